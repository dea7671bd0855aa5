import { Document, Scalar, type Tags, visit } from 'yaml';
import type { YamlValue } from './yaml.js';

/** How a block is written. */
export interface BlockStyle {
  /** Columns by which a nested map is indented. */
  readonly step: number;
  /** Whether the dashes of a list are indented under their key. */
  readonly indentedSequences: boolean;
  /** Whether text of several lines may be a block scalar; not `open` ones, which would take in the blank lines below. */
  readonly blockScalars: 'all' | 'closed' | 'none';
  /** The quotes that a lone string of one line keeps where it can. */
  readonly quote?: Scalar.Type;
}

const ktxStyle: BlockStyle = { step: 2, indentedSequences: true, blockScalars: 'all' };

/**
 * A new document in ktx's style: block style, indented by 2, long lines not folded, final newline. Strings that YAML
 * 1.1 or 1.2 would read as something else are quoted, so that any reader gets the same value.
 */
export function emitYaml(value: YamlValue): string {
  return emit(value, ktxStyle, false);
}

/** The lines of a value in block style, without line endings; a value that has no block style is one line. */
export function blockLines(value: YamlValue, style: BlockStyle): string[] {
  return emit(value, style, false).slice(0, -1).split('\n');
}

/** The lines of `key: value` in block style, without line endings. */
export function entryLines(key: string, value: YamlValue, style: BlockStyle): string[] {
  return blockLines(Object.fromEntries([[key, value]]), style);
}

/** The value on one line, fit for the inside of a flow collection. */
export function flowText(value: YamlValue): string {
  // A lone scalar is emitted inside of a sequence, where the characters that end it are quoted.
  const text = emit([value], ktxStyle, true).trimEnd();
  return text.slice(1, -1).trim();
}

/** `key: value` on one line, fit for the inside of a flow map. */
export function flowEntry(key: string, value: YamlValue): string {
  return flowText(Object.fromEntries([[key, value]])).slice(1, -1).trim();
}

function emit(value: YamlValue, style: BlockStyle, flow: boolean): string {
  const document = new Document(value, null, { version: '1.1', compat: 'core', aliasDuplicateObjects: false, customTags });
  visit(document, {
    Scalar(at, node) {
      if (typeof node.value !== 'string') return;
      if (style.quote !== undefined && at !== 'key' && !node.value.includes('\n')) node.type = style.quote;
      // A root (at null) has no indentation, which the library's indentation indicator counts from.
      const fits = at !== null && !flow && fitsBlock(node.value, style);
      if (needsEscapes.test(node.value) || (node.value.includes('\n') && !fits)) node.type = Scalar.QUOTE_DOUBLE;
    },
    Collection(_, node) {
      if (flow) node.flow = true;
    },
  });
  const text = document.toString({
    indent: style.step,
    indentSeq: style.indentedSequences,
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
  return text.replace(hidden, (character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
}

/** Without the merge tag, which would write every string `<<` plain. */
function customTags(tags: Tags): Tags {
  return tags.filter((tag) => typeof tag !== 'object' || tag.tag !== 'tag:yaml.org,2002:merge');
}

/**
 * Characters that some reader takes for a line break or refuses (YAML 1.1 section 4.1.1), and the marks that change
 * the direction of text, which hide in a review what a line says.
 */
const hidden = /[\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g;

/** A lone `=` is a type in YAML 1.1, `<<` merges, PyYAML refuses tabs in plain scalars and trims blank block scalars. */
const needsEscapes = /[\r\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]|^(=|<<|[^\n]*\t[^\n]*|\s+)$/;

/** Whether text may be a block scalar. Where that needs an indentation indicator the library always writes 2. */
function fitsBlock(text: string, { step, blockScalars }: BlockStyle): boolean {
  if (blockScalars === 'none' || (step !== 2 && /^\n* /.test(text))) return false;
  return blockScalars === 'all' || !text.endsWith('\n\n');
}
