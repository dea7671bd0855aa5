import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Finding } from '../finding.js';

export type Upload = { readonly ok: true; readonly id: number; readonly name: string } | { readonly ok: false; readonly finding: Finding };

/** What tells one artifact of a repository from every other: a name can be used once. */
export interface ArtifactKey {
  readonly runId: string;
  readonly job: string;
  readonly attempt: string;
  /** Tells apart the legs of a matrix and the steps of a job, which share the other three. */
  readonly nonce: string;
}

export function artifactName(key: ArtifactKey): string {
  const part = (text: string): string => text.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 60) || '0';
  return ['ktx-ci', key.runId, key.job, key.attempt, key.nonce].map(part).join('-');
}

/** The files of an output folder that may leave the machine: no transcript, no recording, no link. Sorted. */
export function artifactFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'transcript.jsonl' && !entry.name.endsWith('.partial'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.slice(folder.length).split(sep).includes('recording'))
    .sort();
}

/**
 * Uploads an output folder as one artifact. A failure is a finding: the work lies in the folder and is not lost. GitHub
 * Enterprise Server has another artifact service, which the toolkit does not speak.
 * @param seconds how long to wait at most: the toolkit itself waits for an answer without end
 */
export async function uploadArtifact(folder: string, name: string, serverUrl: string, seconds: number): Promise<Upload> {
  if (isEnterpriseServer(serverUrl)) {
    return { ok: false, finding: { severity: 'notice', code: 'artifact-failed', message: `${serverUrl} has no artifact service that this action can use; the output folder is ${folder}`, fix: 'upload it with actions/upload-artifact@v3 in a later step, and set `artifact: false`' } };
  }
  try {
    const { DefaultArtifactClient } = await import('@actions/artifact');
    const answer = await within(seconds, new DefaultArtifactClient().uploadArtifact(name, artifactFiles(folder), folder));
    if (answer === 'late') return { ok: false, finding: failed(`the service gave no answer in ${seconds} seconds`, folder) };
    const { id } = answer;
    return id === undefined ? { ok: false, finding: failed('the service gave no id', folder) } : { ok: true, id, name };
  } catch (error) {
    return { ok: false, finding: failed(error instanceof Error ? error.message : String(error), folder) };
  }
}

/** As the toolkit tells it, which would refuse with a warning of its own. */
function isEnterpriseServer(serverUrl: string): boolean {
  const host = URL.canParse(serverUrl) ? new URL(serverUrl).hostname.toLowerCase() : '';
  return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
}

async function within<Value>(seconds: number, work: Promise<Value>): Promise<Value | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => { timer = setTimeout(() => { resolve('late'); }, seconds * 1000); });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function failed(why: string, folder: string): Finding {
  return { severity: 'warning', code: 'artifact-failed', message: `the output folder could not be uploaded: ${why.slice(0, 500)}`, fix: `it lies in ${folder}: upload it in a later step, or run the job again` };
}
