import { TextInput } from '@mantine/core';
import { CopyButton } from './copy-button.js';
import classes from './copy-field.module.css';

interface CopyFieldProps {
  readonly label: string;
  readonly text: string;
  readonly description?: string;
}

/** A text to hand on, such as a link: shown whole, selected at a click, copied by a button. */
export function CopyField({ label, text, description }: CopyFieldProps) {
  return (
    <div className={classes['field']}>
      <TextInput
        className={classes['text']}
        label={label}
        description={description}
        value={text}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton text={text} />
    </div>
  );
}
