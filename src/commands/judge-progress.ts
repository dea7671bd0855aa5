import type { JudgeEvent } from '../ingest/in-order.js';
import { plain, type Paint } from '../publish/terminal.js';

/** What units do while a model judges them: one live line a unit on a terminal, one line a finished unit elsewhere. */
export interface JudgeProgress {
  on(event: JudgeEvent): void;
  /** Another line is to be printed: the live ones must not be in its way. */
  say(line: string): void;
  /** Takes the live lines away and ends the fold. */
  close(): void;
}

export interface ProgressStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const redrawMilliseconds = 100;

export function judgeProgress(stream: ProgressStream, colour: Paint, say: (line: string) => void, group: ((title: string) => () => void) | undefined): JudgeProgress {
  const live = new Map<string, string>();
  let drawn = 0;
  let last = 0;
  const done = { judge: 0, repair: 0 };
  let fold: (() => void) | undefined;
  const erase = (): void => {
    if (drawn > 0) stream.write(`\u001b[${drawn}A\u001b[0J`);
    drawn = 0;
  };
  const draw = (): void => {
    if (stream.isTTY !== true) return;
    erase();
    const width = Math.max(20, (stream.columns || 100) - 1);
    const lines = [...live.values()].map((line) => line.slice(0, width));
    if (lines.length > 0) stream.write(lines.map((line) => `${colour.dim(line)}\n`).join(''));
    drawn = lines.length;
    last = performance.now();
  };
  const line = ({ work, unit }: JudgeEvent, ...parts: readonly string[]): string => `${work.padEnd(8)} ${plain(unit).padEnd(44)} ${parts.join('  ')}`;
  return {
    on(event) {
      switch (event.kind) {
        case 'started':
          fold ??= group?.(`${event.work} ${event.of} unit${event.of === 1 ? '' : 's'}`);
          live.set(event.unit, line(event, 'asked'));
          break;
        case 'step':
          live.set(event.unit, line(event, `step ${event.steps} of ${event.stepBudget}`, money(event.usage.usd)));
          if (performance.now() - last < redrawMilliseconds) return;
          break;
        case 'ended': {
          const { outcome, stopReason, changes, usage, requests, milliseconds } = event.ended;
          done[event.work] += 1;
          live.delete(event.unit);
          erase();
          const came = event.work === 'repair' ? `${changes === 0 ? 'none' : changes} settled` : changes > 0 ? `${changes} change${changes === 1 ? '' : 's'}` : 'nothing to add';
          const what = stopReason === 'natural' ? came : `${outcome} (${stopReason})${changes > 0 ? `, ${changes} kept` : ''}`;
          say(`${line(event, `${done[event.work]} of ${event.of}`.padEnd(9), what.padEnd(16), `${requests} request${requests === 1 ? '' : 's'}`, money(usage.usd))}  ${(milliseconds / 1000).toFixed(1)} s`);
          break;
        }
      }
      draw();
    },
    say(text) {
      erase();
      say(text);
      draw();
    },
    close() {
      erase();
      fold?.();
      fold = undefined;
    },
  };
}

/** Small sums with their tenths of a cent. */
function money(usd: number): string {
  return `$${usd.toFixed(usd > 0 && usd < 0.1 ? 3 : 2)}`;
}
