/** What the fields of a mapping mean, said alike of what is sent and of what is read. */
export const MAPPING = {
  itself: 'How the columns become initiatives. A column is known by its position, from 0: headers repeat.',
  identity:
    'The columns whose values together tell one row from another, in this file and in later ones; 1 to 10.',
  name: 'The column of the name. A row without one is skipped.',
  summary: 'The column of the summary.',
  unit: 'The column of the name of the business unit; a unit that is not known yet is made.',
  externalId: 'The column of the id in another register.',
  kind: 'The column of the kind of AI, by kindValues, else by the names of AiKind in any case; other texts are kept as attributes.',
  tags: 'The column of the tags, separated by comma, semicolon, bar or line break.',
  stage: 'The column of the stage as seen on the day of the file.',
  stageValues: 'What each value of the stage column means; empty without a stage column.',
  emptyValues:
    'Texts that mean that a cell is empty, in any column and any case, such as "N/A"; left out: the usual ones.',
  stageRules:
    'What two columns together say of the stage. Asked before stageValues; the first that fits counts.',
  ruleWhen: 'The column has one of these values.',
  ruleAnd: 'And this other column is filled, or empty; null: whatever it is.',
  ruleStage: 'Null: the row then has no stage, with a finding.',
  ruleReason: 'For ENDED: why it ended, recorded with the end.',
  kindValues:
    'What each value of the kind column means; values that are called as our kinds are need no answer.',
  repairs:
    'What is done with dates that are written oddly, by the code of their finding; where nothing is said they are left out.',
  sameDay: 'Two stages entered on one day. COUNT: both are kept. DROP: the earlier stage is left out.',
  format: 'How this column writes days; null: as dateFormat says.',
  firstOfMonth: 'What a first of month means in this column. MONTH: the month, not its first day.',
  isOfNamedStage:
    'The column dates the stage that a row names: it is the day of this stage in rows whose stage it is, and in no other. Such a column may stand for several stages.',
  value: 'As in the file, white space at its ends and repeated aside.',
  meaning: 'Null: the value is left out, with a finding.',
  isRowSkipped:
    'Rows with this value are skipped, with a finding: what they list is none of the initiatives, such as what is not in use.',
  dateFormat:
    'How the file writes days, such as M/D/YYYY, D.M.YYYY or YYYY-MM; named, never guessed. Needed for the dates whose column names none.',
  dates: 'The columns that hold the day on which a stage was entered; one for a stage.',
  date: 'The column that holds the day on which a stage was entered.',
  questionnaire:
    "Columns that answer the questions of a framework: the organisation's own questionnaire, or the built-in framework.",
  question: 'The key of a question that initiatives answer; one column for each.',
  answers: 'What each value of the column means; it comes before what emptyValues says.',
  assessedOn: 'The column of the day of the answers, by dateFormat; null: the day of the file.',
  keepOthersAsAttributes: 'Whether columns that are used for nothing else are kept as attributes.',
  asOfOn: 'The day on which the facts of the file are true; not in the future.',
  completeSince: 'Since which day the file also lists what was stopped; null together with livingOnly.',
  isPartial:
    'The file holds some rows of a register, such as mended ones: those that are absent mean nothing, and the register is not stated anew.',
  livingOnly: 'The file lists living initiatives only, so that no rate can be had from it.',
} as const;
