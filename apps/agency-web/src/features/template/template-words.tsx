import { Button, ErrorNote, Input, newIdempotencyKey, Textarea, useLabels } from '@amiable/web-kit';
import { useRef, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { FieldPalette } from './field-palette';
import { TemplateFaults } from './template-faults';
import { type Editor, type Fault, sameWords, type WordField, wordFields, type Words } from './use-template';
import type { Trial } from './use-trial';

interface Props {
  editor: Editor;
  words: Words;
  setWords: (words: Words) => void;
  saved: Words;
  isChanged: boolean;
  trial: Trial;
  onSave: (idempotencyKey: string) => Promise<unknown>;
  onActivate: (() => void) | null;
}

/** Where one wrote last: fields are inserted there. */
interface Caret {
  readonly field: WordField;
  readonly from: number;
  readonly to: number;
}

/** The four texts, what can be put into them, and what is wrong with them as one types. */
export function TemplateWords({ editor, words, setWords, saved, isChanged, trial, onSave, onActivate }: Props) {
  const t = useT();
  const { label } = useLabels();
  const form = useRef<HTMLFormElement>(null);
  const caret = useRef<Caret>({ field: 'body', from: words.body.length, to: words.body.length });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const faults = trial.answer?.faults ?? [];
  const refusing = faults.filter(({ refuses }) => refuses).length;

  const put = (field: WordField, from: number, to: number, text: string) => {
    setWords({ ...words, [field]: words[field].slice(0, from) + text + words[field].slice(to) });
    select(field, from + text.length, from + text.length);
  };
  /** Typing goes on where something was put, or begins where it is shown. */
  const select = (field: WordField, from: number, to: number) =>
    requestAnimationFrame(() => {
      const control = form.current?.elements.namedItem(field) as HTMLTextAreaElement | null;
      control?.focus();
      control?.setSelectionRange(from, to);
    });
  const insert = (text: string) => put(caret.current.field, caret.current.from, caret.current.to, text);
  const insertPart = (name: string) => {
    const at = caret.current.field === 'body' ? caret.current.to : words.body.length;
    const [before, after] = [words.body.slice(0, at), words.body.slice(at)];
    const gap = (text: string) => (text.trim() === '' ? '' : '\n\n');
    const [head, tail] = [before.trimEnd(), after.trimStart()];
    const text = `${head}${gap(head)}[${name}]${gap(tail)}`;
    setWords({ ...words, body: text + tail });
    select('body', text.length, text.length);
  };
  const goTo = ({ field, line }: Fault) => {
    const name = field.toLowerCase() as WordField;
    const lines = words[name].split('\n');
    const from = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
    select(name, from, from + (lines[line - 1]?.length ?? 0));
  };
  const mend = ({ field, mend: change }: Fault) => change && put(field.toLowerCase() as WordField, change.from, change.to, change.offer);
  const save = async () => {
    setBusy(true);
    setError(undefined);
    await onSave(newIdempotencyKey()).catch(setError);
    setBusy(false);
  };
  const why = !isChanged
    ? t('templates.unchanged')
    : !trial.isFresh
      ? t('templates.looking')
      : refusing > 0
        ? t('templates.refused', { count: refusing })
        : null;
  return (
    <form
      ref={form}
      className="stack template-words"
      onSubmit={(event) => {
        event.preventDefault();
        if (!why && !busy) void save();
      }}
      onSelect={({ target }) => {
        const { name, selectionStart, selectionEnd } = target as HTMLTextAreaElement;
        if (wordFields.includes(name as WordField))
          caret.current = { field: name as WordField, from: selectionStart ?? 0, to: selectionEnd ?? 0 };
      }}
    >
      {(['subject', 'preheader', 'title'] as const).map((field) => (
        <Input
          key={field}
          label={label('TemplateField', field)}
          name={field}
          value={words[field]}
          maxLength={500}
          spellCheck
          autoComplete="off"
          onChange={(event) => setWords({ ...words, [field]: event.target.value })}
        />
      ))}
      <Textarea
        label={label('TemplateField', 'body')}
        hint={t('templates.bodyHint')}
        name="body"
        rows={18}
        maxLength={20_000}
        spellCheck
        value={words.body}
        onChange={(event) => setWords({ ...words, body: event.target.value })}
      />
      <FieldPalette editor={editor} onField={insert} onPart={insertPart} />
      <TemplateFaults faults={faults} onMend={trial.isFresh ? mend : null} onGo={goTo} isClean={trial.isFresh && faults.length === 0} />
      <ErrorNote error={error} />
      <div className="cluster">
        <Button type="submit" kind="primary" busy={busy} disabledReason={why}>
          {t('templates.save')}
        </Button>
        {onActivate && (
          <Button onClick={onActivate} disabledReason={isChanged ? t('templates.saveFirst') : null}>
            {t('templates.activate')}
          </Button>
        )}
        {isChanged && (
          <Button kind="quiet" onClick={() => setWords(saved)}>
            {t('templates.reset')}
          </Button>
        )}
        {!sameWords(words, editor.standard) && (
          <Button kind="quiet" onClick={() => setWords(editor.standard)}>
            {t('templates.fromStandard')}
          </Button>
        )}
      </div>
    </form>
  );
}
