import { Alert, Anchor, Button, Progress, Text } from '@mantine/core';
import { formatShare } from '@pilotage/web-ui';
import { IconFileUpload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type DragEvent } from 'react';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import classes from './upload-area.module.css';
import { SheetChoice, type AskedSheets } from './sheet-choice.js';
import { chosen, type ChosenFile, fileProblem, MAX_MEGABYTES, uploadFile } from './upload-file.js';

interface Sending {
  readonly fileName: string;
  readonly share: number;
  readonly cancel: () => void;
}

/** A place to drop a file on, with a button for everybody who does not drag. */
export function UploadArea() {
  const { slug } = useTenant();
  const navigate = useNavigate({ from: '/t/$slug' });
  const input = useRef<HTMLInputElement>(null);
  const last = useRef<ChosenFile>(null);
  const [isOver, setOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [asked, setAsked] = useState<AskedSheets | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);

  const send = async (file: File | undefined, sheet: string | null = null) => {
    if (!file || sending) return;
    const wrong = fileProblem(file);
    setProblem(wrong);
    setAsked(null);
    if (wrong) return;
    const stop = new AbortController();
    const show = (share: number) => setSending({ fileName: file.name, share, cancel: () => stop.abort() });
    show(0);
    last.current = chosen(file, sheet, last.current);
    const outcome = await uploadFile(file, {
      tenantSlug: slug,
      sheet,
      idempotencyKey: last.current.key,
      onProgress: show,
      signal: stop.signal,
    });
    setSending(null);
    if (outcome.kind === 'refused') setProblem(outcome.message);
    else if (outcome.kind === 'sheets') setAsked({ file, ...outcome });
    else void navigate({ to: '/t/$slug/imports/$importId', params: { importId: outcome.importId } });
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };

  return (
    <section
      aria-label={i18n._('Upload a file')}
      className={classes['area']}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {problem && (
        <Alert color="red" role="alert" py="xs" w="100%" maw={560}>
          {problem}
        </Alert>
      )}
      {sending ? (
        <SendingView {...sending} />
      ) : asked ? (
        <SheetChoice
          {...asked}
          onChoose={(sheet) => void send(asked.file, sheet)}
          onCancel={() => setAsked(null)}
        />
      ) : (
        <>
          <IconFileUpload size={28} stroke={1.5} aria-hidden className={classes['icon']} />
          <Text fw={600}>{i18n._('Drop a CSV or Excel file here')}</Text>
          <Text size="sm" c="dimmed" ta="center">
            {i18n._(
              'One row an initiative, with a header row; up to {megabytes} MB. Nothing is imported yet.',
              {
                megabytes: MAX_MEGABYTES,
              },
            )}
          </Text>
          <Button mt="xs" onClick={() => input.current?.click()}>
            {i18n._('Choose a file')}
          </Button>
          <Text size="sm" c="dimmed" ta="center">
            {i18n._('Nothing to start from? Fill in our template:')}{' '}
            <span className={classes['files']}>
              <Anchor href="/imports/template.xlsx" download inherit underline="always">
                {i18n._('Excel')}
              </Anchor>{' '}
              ·{' '}
              <Anchor href="/imports/template.csv" download inherit underline="always">
                {i18n._('CSV')}
              </Anchor>
            </span>
          </Text>
          <Text size="sm" c="dimmed" ta="center">
            {i18n._(
              'It asks for stages with their days, plans (a day to come), and our questions; cost and benefit are kept as attributes.',
            )}
          </Text>
        </>
      )}
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv,.txt,.tsv,.xlsx"
        hidden
        aria-label={i18n._('CSV or Excel file')}
        onChange={(event) => {
          void send(event.currentTarget.files?.[0]);
          // The same file may be chosen again after it was put right.
          event.currentTarget.value = '';
        }}
      />
    </section>
  );
}

function SendingView({ fileName, share, cancel }: Sending) {
  // Sent is not read yet: the server goes through the rows before it answers.
  const isSent = share >= 1;
  return (
    <div className={classes['sending']} role="status">
      <Text fw={600} className={classes['fileName']}>
        {isSent
          ? i18n._('Reading {fileName}', { fileName })
          : i18n._('Uploading {fileName}: {share}', { fileName, share: formatShare(share) })}
      </Text>
      <Progress.Root size={8}>
        <Progress.Section
          value={share * 100}
          animated={isSent}
          striped={isSent}
          aria-label={i18n._('Upload of {fileName}', { fileName })}
        />
      </Progress.Root>
      <Button variant="default" size="xs" onClick={cancel} style={{ justifySelf: 'center' }}>
        {i18n._('Cancel')}
      </Button>
    </div>
  );
}
