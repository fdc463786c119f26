import { AraxesError, formatDiagnostic } from '../core/diagnostic.ts'
import { checkSource } from './check.ts'
import { compileGazetteer } from './compile.ts'
import { writeCompiled } from './compiled-file.ts'
import { COMPILED_PATH, SOURCE_FOLDER } from './gazetteer.ts'
import { loadGazetteerSource } from './load.ts'

/** Compiles a gazetteer folder to a file. Throws `gazetteer/invalid` listing every problem. */
export async function buildGazetteer(folder: string, path: string): Promise<void> {
  const { source, problems } = await loadGazetteerSource(folder)
  const all = [...problems, ...checkSource(source)]
  if (all.length > 0) {
    throw new AraxesError(
      'gazetteer/invalid',
      `${folder} has ${all.length} problems:\n${all.map(formatDiagnostic).join('\n')}`,
    )
  }
  await writeCompiled(path, compileGazetteer(source))
}

if (import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  try {
    await buildGazetteer(SOURCE_FOLDER, COMPILED_PATH)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
