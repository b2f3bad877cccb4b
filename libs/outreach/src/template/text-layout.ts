import type { Block } from './message-blocks';

/** The plain text twin of an e-mail: the same content in the same order. */
export function plainTextOf(title: string, blocks: readonly Block[]): string {
  return `${[title, ...blocks.map(textOf)].join('\n\n')}\n`;
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'small':
      return block.title ? `${block.title}\n${block.text}` : block.text;
    case 'heading':
      return underlined(block.text);
    case 'amount':
      return `${block.label}: ${block.value}`;
    case 'table':
      return [underlined(block.title), ...block.rows.map((row) => `- ${row.filter((cell) => cell !== '').join(' · ')}`), ...(block.total ? [`= ${block.total.join(': ')}`] : [])].join('\n');
    case 'pairs':
      return [underlined(block.title), ...block.rows.map(([label, value]) => `${label}: ${value}`), ...(block.after ? [block.after] : [])].join('\n');
    case 'button':
      return `${block.label}:\n${block.url}`;
    case 'access':
      return [block.text, ...block.rows.map(([label, value]) => `${label}: ${value}`)].join('\n');
    case 'quote':
      return [underlined(block.title), block.intro, ...block.lines].join('\n');
    case 'note':
      return block.lines.join('\n');
  }
}

const underlined = (text: string) => `${text}\n${'-'.repeat(Math.min(60, [...text].length))}`;
