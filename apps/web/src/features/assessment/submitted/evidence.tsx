import { Anchor } from '@mantine/core';
import { Fragment } from 'react';

/** Where an address begins and ends in a text; the sentence's full stop is not part of it. */
const ADDRESS = /(https?:\/\/\S*[^\s.,;:!?)\]])/;

/** A text whose web addresses can be followed. */
export function Evidence({ text }: { readonly text: string }) {
  return text.split(ADDRESS).map((part, index) =>
    ADDRESS.test(part) ? (
      <Anchor key={index} href={part} target="_blank" rel="noreferrer noopener" inherit>
        {part}
      </Anchor>
    ) : (
      <Fragment key={index}>{part}</Fragment>
    ),
  );
}
