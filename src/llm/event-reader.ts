/** Reads server-sent events out of text that comes in pieces. */
export interface EventReader {
  take(text: string): void;
}

/** `dispatch` gets the data of each event that has any; names, ids and comments are left out. An event without the empty line after it does not count. */
export function eventReader(dispatch: (data: string) => void): EventReader {
  let line = '';
  let afterReturn = false;
  let data: string[] = [];
  const endLine = (): void => {
    if (line.startsWith('data:')) {
      data.push(line.slice(line[5] === ' ' ? 6 : 5));
    } else if (line === '' && data.length > 0) {
      const text = data.join('\n');
      data = [];
      dispatch(text);
    }
    line = '';
  };
  return {
    take(text) {
      let from = 0;
      for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code !== 10 && code !== 13) {
          afterReturn = false;
          continue;
        }
        // The second half of CRLF, perhaps in another chunk than the first.
        if (code === 10 && afterReturn) {
          afterReturn = false;
        } else {
          line += text.slice(from, at);
          endLine();
          afterReturn = code === 13;
        }
        from = at + 1;
      }
      line += text.slice(from);
    },
  };
}
