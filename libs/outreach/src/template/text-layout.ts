import type { Block } from './message-blocks';
import type { MessageLanguage } from './message-facts';
import { labelled } from './message-format';

/** The plain text twin of an e-mail: the same content in the same order. */
export function plainTextOf(title: string, blocks: readonly Block[], language: MessageLanguage): string {
  return `${[title, ...blocks.map((block) => textOf(block, language))].join('\n\n')}\n`;
}

function textOf(block: Block, language: MessageLanguage): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'small':
      return block.title ? `${block.title}\n${block.text}` : block.text;
    case 'heading':
      return underlined(block.text);
    case 'amount':
      return labelled(block.label, block.value, language);
    case 'table':
      return [
        underlined(block.title),
        ...block.rows.map((row) => `- ${row.filter((cell) => cell !== '').join(' · ')}`),
        ...(block.total ? [`= ${labelled(...block.total, language)}`] : []),
      ].join('\n');
    case 'pairs':
      return [
        underlined(block.title),
        ...block.rows.map(([label, value]) => labelled(label, value, language)),
        ...(block.after ? [block.after] : []),
      ].join('\n');
    case 'button':
      return `${labelled(block.label, '', language).trimEnd()}\n${block.url}`;
    case 'access':
      return [block.text, ...block.rows.map(([label, value]) => labelled(label, value, language))].join('\n');
    case 'quote':
      return [underlined(block.title), block.intro, ...block.lines].join('\n');
    case 'note':
      return block.lines.join('\n');
  }
}

const underlined = (text: string) => `${text}\n${'-'.repeat(Math.min(60, [...text].length))}`;
