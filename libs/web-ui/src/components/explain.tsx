import type { ReactNode } from 'react';
import { ActionIcon, Popover, UnstyledButton } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { i18n } from '../words/i18n.js';

interface ExplainProps {
  /** The figure's name; completes "How is … computed?" for screen readers. */
  of: string;
  /** What it means, with its formula in words. */
  definition: ReactNode;
  /** How many it stands on, like "12 pilots, 5 of them reached production". */
  basis?: ReactNode;
  /** What was left out and why. */
  exclusions?: readonly string[];
  /** More: what finished-only counting would say, intervals, bounds. */
  children?: ReactNode;
  /** Address of the method's section. */
  methodHref?: string;
  /** Only the question mark, for cards and table heads. */
  isCompact?: boolean;
}

/** "How is this computed?": the definition, what it stands on and what was left out, one click away. */
export function Explain({
  of,
  definition,
  basis,
  exclusions = [],
  children,
  methodHref,
  isCompact = false,
}: ExplainProps) {
  return (
    <Popover width={340} position="bottom-end" shadow="md" withArrow trapFocus returnFocus>
      <Popover.Target>
        {isCompact ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            aria-label={i18n.t('How is {of} computed?', { of })}
          >
            <IconHelpCircle size={17} stroke={1.7} aria-hidden />
          </ActionIcon>
        ) : (
          <UnstyledButton className="pl-explain-link">
            <IconHelpCircle size={15} stroke={1.7} aria-hidden />
            <span className="pl-explain-words">
              {i18n.t('How is this computed?')}
              <span className="pl-hidden"> {of}</span>
            </span>
          </UnstyledButton>
        )}
      </Popover.Target>
      <Popover.Dropdown aria-label={i18n.t('How {of} is computed', { of })} className="pl-explain">
        <p className="pl-explain-title" tabIndex={-1} data-autofocus>
          {of}
        </p>
        <div>{definition}</div>
        {basis && (
          <div>
            <strong>{i18n.t('Stands on')}</strong> {basis}
          </div>
        )}
        {exclusions.length > 0 && (
          <div>
            <strong>{i18n.t('Left out')}</strong>
            <ul>
              {exclusions.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        )}
        {children}
        {methodHref && <a href={methodHref}>{i18n.t('Read the method')}</a>}
      </Popover.Dropdown>
    </Popover>
  );
}
