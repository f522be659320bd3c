import { i18n } from '../../shared/i18n.js';
import { AnchorLink } from '../../shared/ui/links.js';

interface CrumbSubjects {
  readonly initiative: { readonly id: string; readonly key: string; readonly name: string } | null;
  readonly unit: { readonly id: string; readonly name: string } | null;
}

/** The way from the menu to whom an assessment is about. */
export function subjectCrumbs({ initiative, unit }: CrumbSubjects) {
  if (initiative) {
    return [
      <AnchorLink key="portfolio" from="/t/$slug" to="/t/$slug/portfolio" inherit>
        {i18n._('Portfolio')}
      </AnchorLink>,
      <AnchorLink
        key="initiative"
        from="/t/$slug"
        to="/t/$slug/initiatives/$initiativeId"
        params={{ initiativeId: initiative.id }}
        inherit
      >
        {i18n._('{key} {name}', { key: initiative.key, name: initiative.name })}
      </AnchorLink>,
    ];
  }
  const organisation = (
    <AnchorLink key="organisation" from="/t/$slug" to="/t/$slug/organisation" search={{}} inherit>
      {i18n._('Organisation check')}
    </AnchorLink>
  );
  if (!unit) return [organisation];
  return [
    organisation,
    <AnchorLink key="unit" from="/t/$slug" to="/t/$slug/organisation" search={{ unit: unit.id }} inherit>
      {unit.name}
    </AnchorLink>,
  ];
}
