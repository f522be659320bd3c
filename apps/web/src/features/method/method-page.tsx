import method from '@docs/method.md?raw';
import { Fragment } from 'react';
import { i18n } from '../../shared/i18n.js';
import { anchorOf } from '../../shared/method/method-sections.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { blocksOf, inlinesOf, type Block, type Inline } from './markdown.js';
import classes from './method-page.module.css';

// The first block is the document's title, which the page's header has.
const [, ...blocks] = blocksOf(method);
const sections = blocks.flatMap((block) =>
  block.kind === 'heading' && block.level === 2 ? [block.text] : [],
);

/** docs/method.md, where "How is this computed?" leads to. */
export function MethodPage() {
  return (
    <>
      <PageHeader title={i18n._('Method')} />
      <div className={classes['page']}>
        <nav className={classes['contents']} aria-label={i18n._('Sections')}>
          <ul>
            {sections.map((title) => (
              <li key={title}>
                <a href={`#${anchorOf(title)}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <article className={classes['text']}>
          {blocks.map((block, index) => (
            <BlockView key={index} block={block} />
          ))}
        </article>
      </div>
    </>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h2 id={anchorOf(block.text)} tabIndex={-1}>
          {block.text}
        </h2>
      );
    case 'paragraph':
      return (
        <p>
          <Runs of={block.text} />
        </p>
      );
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item) => (
            <li key={item}>
              <Runs of={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return <TableView head={block.head} rows={block.rows} />;
  }
}

function TableView({ head, rows }: Pick<Extract<Block, { kind: 'table' }>, 'head' | 'rows'>) {
  return (
    <div className={classes['table']}>
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = '', ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Runs({ of: text }: { readonly of: string }) {
  return inlinesOf(text).map((run, index) => <Fragment key={index}>{runView(run)}</Fragment>);
}

function runView(run: Inline) {
  switch (run.kind) {
    case 'text':
      return run.text;
    case 'strong':
      return <strong>{run.text}</strong>;
    case 'emphasis':
      return <em>{run.text}</em>;
    case 'code':
      return <code>{run.text}</code>;
    case 'link':
      return <a href={run.href}>{run.text}</a>;
  }
}
