import { enumOf } from '@pilotage/platform/graphql';
import { registerEnumType } from '@nestjs/graphql';

export const FrameworkKindEnum = enumOf(['READINESS', 'QUESTIONNAIRE']);
registerEnumType(FrameworkKindEnum, {
  name: 'FrameworkKind',
  valuesMap: {
    READINESS: { description: 'What readiness is judged by: its answers open gates.' },
    QUESTIONNAIRE: { description: "A register's own questions: scored and trended apart from readiness." },
  },
});

export const SubjectKindEnum = enumOf(['TENANT', 'UNIT', 'INITIATIVE']);
registerEnumType(SubjectKindEnum, {
  name: 'SubjectKind',
  description: 'Whom an assessment is about: the organisation, a unit or an initiative.',
});

export const QuestionScopeEnum = enumOf(['ORGANISATION', 'BOTH', 'INITIATIVE']);
registerEnumType(QuestionScopeEnum, {
  name: 'QuestionScope',
  valuesMap: {
    ORGANISATION: { description: 'Asked of the organisation and its units; initiatives inherit the answer.' },
    BOTH: {
      description: "An initiative starts from the organisation's answer and may depart from it with a note.",
    },
    INITIATIVE: { description: 'Asked of each initiative; nothing is inherited.' },
  },
});

export const ScoreDisplayEnum = enumOf(['SHOW', 'GREY', 'HIDE']);
registerEnumType(ScoreDisplayEnum, {
  name: 'ScoreDisplay',
  valuesMap: {
    GREY: { description: 'Fewer than 80 % of the questions are answered: show it with its bounds.' },
    HIDE: { description: 'Fewer than 60 % are answered, or a dimension has no answer: show no number.' },
  },
});

export const AnswerModeEnum = enumOf(['OPEN', 'INHERITED']);
registerEnumType(AnswerModeEnum, {
  name: 'AnswerMode',
  valuesMap: {
    INHERITED: { description: 'Asked of the organisation only: read-only on initiatives.' },
  },
});
