import { Kbd, Modal } from '@mantine/core';
import { i18n } from '../../../../shared/i18n.js';
import classes from './shortcuts-modal.module.css';

interface ShortcutsModalProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The keys of the form. */
export function ShortcutsModal({ isOpen, onClose }: ShortcutsModalProps) {
  const rows: readonly (readonly [readonly string[], string])[] = [
    [['Y', 'P', 'N'], i18n._('Answer with Yes, Partial or No; the letter of what stands there confirms it')],
    [['A'], i18n._('Not applicable; asks for the reason')],
    [['Delete'], i18n._('Leave open; asks for the reason')],
    [['↑', '↓'], i18n._('The question before, the next one; after the last one: Submit')],
    [['Enter'], i18n._('Write the note')],
    [['Esc'], i18n._('From a field back to its question')],
    [['Tab'], i18n._('Through the answers and fields of the open question')],
    [['?'], i18n._('This list')],
  ];
  return (
    <Modal opened={isOpen} onClose={onClose} title={i18n._('Answer with the keyboard')}>
      <dl className={classes['keys']}>
        {rows.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className={classes['foot']}>
        {i18n._(
          'The keys work while the focus is on a question. While you write in a field, letters are just letters.',
        )}
      </p>
    </Modal>
  );
}
