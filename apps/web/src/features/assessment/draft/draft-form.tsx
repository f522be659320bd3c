import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKeyboard } from '@tabler/icons-react';
import { useEffect } from 'react';
import { i18n } from '../../../shared/i18n.js';
import type { Framework } from '../assessment.graphql.js';
import classes from './draft-form.module.css';
import type { Draft } from './draft.graphql.js';
import { ProgressPanel, submitId } from './panel/progress-panel.js';
import { ShortcutsModal } from './panel/shortcuts-modal.js';
import { useSubmit } from './panel/use-submit.js';
import { progressOf } from './progress.js';
import { InheritedAnswers } from './question/inherited-answers.js';
import { QuestionList } from './question/question-list.js';
import { useActiveQuestion } from './question/use-active-question.js';
import { useDraftStore } from './store/use-draft-store.js';

interface DraftFormProps {
  readonly draft: Draft;
  readonly framework: Framework;
  readonly isReadOnly: boolean;
  readonly refresh: () => void;
  readonly onLeave: () => void;
}

/** The questions on the left, how far one is on the right; below on a narrow screen. */
export function DraftForm({ draft, framework, isReadOnly, refresh, onLeave }: DraftFormProps) {
  const { store, state } = useDraftStore(draft, refresh);
  const { answers } = state;
  const [isHelpOpen, help] = useDisclosure(false);
  const firstOpen = answers.find(({ mode }) => mode === 'OPEN')?.questionKey ?? null;
  const active = useActiveQuestion(progressOf(answers).missing[0] ?? firstOpen);
  const submission = useSubmit({ draft, store, refresh, onLeave, onMissing: active.focus });
  useFocusOnArrival(active.key, active.focus);

  return (
    <div className={classes['form']}>
      <div className={classes['questions']}>
        {!isReadOnly && (
          <p className={classes['hint']}>
            <span>{i18n._('Press Y, P, N or A to answer, ↓ for the next question, Enter for a note.')}</span>
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconKeyboard size={17} stroke={1.7} aria-hidden />}
              onClick={help.open}
            >
              {i18n._('All keys')}
            </Button>
          </p>
        )}
        <QuestionList
          draft={draft}
          framework={framework}
          answers={answers}
          store={store}
          active={active}
          isReadOnly={isReadOnly}
          onHelp={help.open}
          onEnd={() => document.getElementById(submitId)?.focus()}
        />
        <InheritedAnswers draft={draft} framework={framework} answers={answers} />
      </div>
      <ProgressPanel
        draft={draft}
        framework={framework}
        state={state}
        isReadOnly={isReadOnly}
        isSubmitting={submission.isSubmitting}
        refusal={submission.refusal}
        onRetry={() => store.retry()}
        onShow={active.focus}
        onSubmit={() => void submission.submit()}
      />
      <ShortcutsModal isOpen={isHelpOpen} onClose={help.close} />
    </div>
  );
}

/** Who came here to answer can begin at once; a page opened from outside leaves the focus where the browser put it. */
function useFocusOnArrival(key: string | null, focus: (key: string) => void): void {
  useEffect(() => {
    if (key && document.documentElement.dataset['navigated']) focus(key);
    // Once, with the question that is open then.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
}
