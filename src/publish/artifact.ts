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
 */
export async function uploadArtifact(folder: string, name: string, serverUrl: string): Promise<Upload> {
  const files = artifactFiles(folder);
  try {
    const { DefaultArtifactClient } = await import('@actions/artifact');
    const { id } = await new DefaultArtifactClient().uploadArtifact(name, files, folder);
    return id === undefined ? { ok: false, finding: failed('the service gave no id', folder) } : { ok: true, id, name };
  } catch (error) {
    const { name: kind, message } = error instanceof Error ? error : new Error(String(error));
    if (kind === 'GHESNotSupportedError') {
      return { ok: false, finding: { severity: 'notice', code: 'artifact-failed', message: `${serverUrl} has no artifact service that this action can use; the output folder is ${folder}`, fix: 'upload it with actions/upload-artifact@v3 in a later step, or set `artifact: false`' } };
    }
    return { ok: false, finding: failed(message, folder) };
  }
}

function failed(why: string, folder: string): Finding {
  return { severity: 'warning', code: 'artifact-failed', message: `the output folder could not be uploaded: ${why.slice(0, 500)}`, fix: `it lies in ${folder}: upload it in a later step, or run the job again` };
}
