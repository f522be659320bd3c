import { Button, Collapse, Group, SegmentedControl } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { STAGES, StageBadge, stageLabel } from '@pilotage/web-ui';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { unitOptions } from '../../../shared/pickers/unit-options.js';
import { unitsQuery } from '../../../shared/pickers/units.graphql.js';
import { SearchField } from '../../../shared/ui/search-field.js';
import { AI_KINDS, aiKindLabel } from '../../../shared/words/ai-kind.js';
import { ATTENTIONS, attentionLabel, RISK_TIERS, riskTierLabel } from '../words.js';
import classes from './filter-bar.module.css';
import { FilterMenu } from './filter-menu.js';
import { OwnerFilter } from './owner-filter.js';
import { countFilters, NO_FILTERS, type PortfolioSearch } from './portfolio-search.js';
import { tagsQuery } from './portfolio.graphql.js';

interface FilterBarProps {
  readonly search: PortfolioSearch;
  readonly onChange: (change: Partial<PortfolioSearch>) => void;
}

/** What the list is narrowed to. Where it is narrow itself, the filters wait behind a button. */
export function FilterBar({ search, onChange }: FilterBarProps) {
  const [isOpen, panel] = useDisclosure(false);
  const count = countFilters(search);
  return (
    <div className={classes['bar']}>
      <div className={classes['first']}>
        <div className={classes['search']}>
          <SearchField
            label={i18n._('Find by name, key or text')}
            value={search.search}
            onSearch={(text) => onChange({ search: text })}
          />
        </div>
        <Button
          className={classes['toggle']}
          variant={count > 0 ? 'light' : 'default'}
          leftSection={<IconAdjustmentsHorizontal size={17} stroke={1.7} aria-hidden />}
          aria-expanded={isOpen}
          onClick={panel.toggle}
        >
          {count > 0 ? i18n._('Filters: {count}', { count }) : i18n._('Filters')}
        </Button>
      </div>
      <div className={classes['wide']}>
        <Endedness search={search} onChange={onChange} />
      </div>
      <div className={classes['menus']}>
        <Filters search={search} onChange={onChange} />
      </div>
      <Collapse expanded={isOpen} className={classes['narrow']}>
        <Group gap={8}>
          <Endedness search={search} onChange={onChange} />
          <Filters search={search} onChange={onChange} />
        </Group>
      </Collapse>
    </div>
  );
}

function Endedness({ search, onChange }: FilterBarProps) {
  return (
    <SegmentedControl
      size="sm"
      aria-label={i18n._('Running or ended')}
      value={search.ended === undefined ? 'all' : search.ended ? 'ended' : 'running'}
      onChange={(value) => onChange({ ended: value === 'all' ? undefined : value === 'ended' })}
      data={[
        { value: 'all', label: i18n._('All') },
        { value: 'running', label: i18n._('Running') },
        { value: 'ended', label: i18n._('Ended') },
      ]}
    />
  );
}

function Filters({ search, onChange }: FilterBarProps) {
  const units = useApiQuery(unitsQuery, {});
  const tags = useApiQuery(tagsQuery, {});
  const unitChoices = units.kind === 'ready' ? unitOptions(units.data.units, search.units ?? []) : [];
  const tagChoices = tags.kind === 'ready' ? tags.data.tags : [];
  return (
    <Group gap={8}>
      <FilterMenu
        label={i18n._('Needs attention')}
        options={ATTENTIONS.map((attention) => ({ value: attention, label: attentionLabel(attention) }))}
        chosen={search.attention}
        onChange={(attention) => onChange({ attention })}
      />
      <FilterMenu
        label={i18n._('Stage')}
        options={STAGES.map((stage) => ({
          value: stage,
          label: stageLabel(stage),
          look: <StageBadge stage={stage} />,
        }))}
        chosen={search.stages}
        onChange={(stages) => onChange({ stages })}
      />
      {unitChoices.length > 0 && (
        <FilterMenu
          label={i18n._('Unit')}
          options={unitChoices}
          chosen={search.units}
          onChange={(chosen) => onChange({ units: chosen })}
        />
      )}
      <OwnerFilter chosen={search.owners} onChange={(owners) => onChange({ owners })} />
      <FilterMenu
        label={i18n._('Kind of AI')}
        options={AI_KINDS.map((kind) => ({ value: kind, label: aiKindLabel(kind) }))}
        chosen={search.kinds}
        onChange={(kinds) => onChange({ kinds })}
      />
      <FilterMenu
        label={i18n._('Risk tier')}
        options={RISK_TIERS.map((tier) => ({ value: tier, label: riskTierLabel(tier) }))}
        chosen={search.risks}
        onChange={(risks) => onChange({ risks })}
      />
      {tagChoices.length > 0 && (
        <FilterMenu
          label={i18n._('Tags')}
          options={tagChoices.map((tag) => ({ value: tag, label: tag }))}
          chosen={search.tags}
          onChange={(chosen) => onChange({ tags: chosen })}
        />
      )}
      {countFilters(search) > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => onChange(NO_FILTERS)}>
          {i18n._('Clear all')}
        </Button>
      )}
    </Group>
  );
}
