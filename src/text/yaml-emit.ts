import { Document, Scalar, type Tags, visit } from 'yaml';
import type { YamlValue } from './yaml.js';

/**
 * A new document in ktx's style: block style, indented by 2, long lines not folded, final newline. Strings that YAML
 * 1.1 or 1.2 would read as something else are quoted, so that any reader gets the same value.
 */
export function emitYaml(value: YamlValue): string {
  const document = new Document(value, null, { version: '1.1', compat: 'core', aliasDuplicateObjects: false, customTags });
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && needsEscapes.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  const text = document.toString({
    indent: 2,
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
