import { Explain } from '@pilotage/web-ui';
import type { ComponentProps } from 'react';
import { i18n } from '../i18n.js';
import { useTenant } from '../session/tenant-context.js';
import { AnchorLink } from '../ui/links.js';
import type { MethodSection } from './method-sections.js';

interface HowComputedProps extends Omit<ComponentProps<typeof Explain>, 'methodHref'> {
  /** Where the method says it in full. */
  readonly section: MethodSection;
}

/** "How is this computed?" of a figure, with the way to its section of the method. */
export function HowComputed({ section, children, ...explain }: HowComputedProps) {
  const { slug } = useTenant();
  return (
    <Explain {...explain}>
      {children}
      <AnchorLink to="/t/$slug/method" params={{ slug }} hash={section} size="sm">
        {i18n._('Read the method')}
      </AnchorLink>
    </Explain>
  );
}
