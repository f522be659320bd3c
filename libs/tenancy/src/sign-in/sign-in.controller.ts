import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AUTH_PATHS, SignIn } from './sign-in.js';

/** Carries `POST /auth/...` to the sign-in component and its answer back. */
@Controller('auth')
export class SignInController {
  constructor(private readonly signIn: SignIn) {}

  @Post(AUTH_PATHS.map(String))
  @HttpCode(200)
  async handle(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { pathname } = new URL(request.url, 'http://localhost');
    const answer = await this.signIn.handle({
      path: pathname.replace(/^\/auth/, ''),
      headers: firstOfEach(request.headers),
      body,
      clientAddress: request.ip,
    });
    // Appended: one answer may set several cookies.
    for (const [name, value] of answer.headers) reply.raw.appendHeader(name, value);
    await reply.status(answer.status).header('cache-control', 'no-store').send(answer.body);
  }
}

const firstOfEach = (headers: FastifyRequest['headers']): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
