/** An answer of the api, errors and all. */
export interface Answer<Data> {
  data: Data | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

/** A signed-in (or anonymous) caller of the api, the way the web app calls it: over HTTP, with a cookie. */
export class Client {
  private cookie = '';

  constructor(
    private readonly url: string,
    /** The tenant in the header; null sends none. */
    public tenant: string | null = null,
  ) {}

  async signIn(email: string, password: string): Promise<this> {
    const answer = await fetch(`${this.url}/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.url },
      body: JSON.stringify({ email, password }),
    });
    if (!answer.ok) throw new Error(`Sign-in of ${email} failed: ${answer.status} ${await answer.text()}`);
    this.cookie = answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
    return this;
  }

  /** Ends the session; the cookie is kept, as a thief would. */
  async signOut(): Promise<void> {
    await fetch(`${this.url}/auth/sign-out`, {
      method: 'POST',
      headers: { ...this.headers, 'content-type': 'application/json' },
      body: '{}',
    });
  }

  /** The same person in another tenant. */
  in(tenant: string | null): Client {
    const other = new Client(this.url, tenant);
    other.cookie = this.cookie;
    return other;
  }

  get headers(): Record<string, string> {
    return {
      origin: this.url,
      ...(this.cookie && { cookie: this.cookie }),
      ...(this.tenant && { 'x-tenant': this.tenant }),
    };
  }

  async ask<Data = Record<string, unknown>>(query: string, variables: object = {}): Promise<Answer<Data>> {
    const answer = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { ...this.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await answer.json()) as Answer<Data>;
  }

  /** @throws Error when the answer has errors */
  async get<Data = Record<string, unknown>>(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.ask<Data>(query, variables);
    if (errors?.length || !data) throw new Error(`${query}\n${JSON.stringify(errors ?? null)}`);
    return data;
  }

  /**
   * What a mutation gives on success. Result types are named after the mutation, but for those that share one.
   *
   * @throws Error on anything else
   */
  async act<Success = Record<string, unknown>>(
    mutation: string,
    input: object,
    selection: string,
    result = mutation,
  ): Promise<Success> {
    const [inputType, success] = [`${capital(mutation)}Input`, `${capital(result)}Success`];
    const answer = await this.get<Record<string, Success & { __typename: string }>>(
      `mutation ($input: ${inputType}!) { ${mutation}(input: $input) {
         __typename ... on ${success} { ${selection} } ... on UserError { message path code } } }`,
      { input },
    );
    const outcome = answer[mutation]!;
    if (outcome.__typename !== success) throw new Error(`${mutation}: ${JSON.stringify(outcome)}`);
    return outcome;
  }

  /** Uploads a file for an import; the answer as it came. */
  upload(fileName: string, content: string | Uint8Array<ArrayBuffer>): Promise<Response> {
    return fetch(`${this.url}/imports`, {
      method: 'POST',
      headers: {
        ...this.headers,
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(fileName),
      },
      body: content,
    });
  }
}

const capital = (name: string): string => `${name[0]!.toUpperCase()}${name.slice(1)}`;
