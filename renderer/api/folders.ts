// Folders and archives as a window gets them: chosen or dropped, each with the paths of its files.

export interface FolderFile {
  /** Within the folder. */
  path: string
  source: File
}

export interface Folder {
  name: string
  files: FolderFile[]
}

/** What was dropped: files by themselves, and whole folders or archives. */
export interface Dropped {
  files: File[]
  folders: Folder[]
}

/** More, or deeper, is no shelf of documents; what lies beyond is left. */
const MOST_FILES = 20_000
const DEEPEST = 32

const isArchive = ({ name }: File) => /\.zip$/iu.test(name)

const archive = (source: File): Folder => ({ name: source.name, files: [{ path: source.name, source }] })

/** Chosen files: archives become batches, the others stay single. */
export const sorted = (files: readonly File[]): Dropped => ({
  files: files.filter((file) => !isArchive(file)),
  folders: files.filter(isArchive).map(archive),
})

/** The folder that a directory input gave, in the order of its paths. */
export function chosenFolder(files: readonly File[]): Folder | null {
  const [first] = files
  if (!first) return null
  const name = first.webkitRelativePath.split('/')[0] || first.name
  const inside = ({ webkitRelativePath, name: own }: File) => webkitRelativePath.split('/').slice(1).join('/') || own
  const inOrder = files.map((source) => ({ path: inside(source), source })).sort((a, b) => a.path.localeCompare(b.path))
  return { name, files: inOrder }
}

/** Reads what a drop carries; its entries are gone once the event is over, so they are taken at once. */
export function dropped(transfer: DataTransfer): Promise<Dropped> {
  const single = [...transfer.files]
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const folders = entries.filter((entry): entry is FileSystemDirectoryEntry => entry.isDirectory)
  const names = new Set(folders.map(({ name }) => name))
  const { files, folders: archives } = sorted(single.filter(({ name }) => !names.has(name)))
  return Promise.all(folders.map(walked)).then((found) => ({ files, folders: [...archives, ...found] }))
}

async function walked(root: FileSystemDirectoryEntry): Promise<Folder> {
  const files: FolderFile[] = []
  const walk = async (folder: FileSystemDirectoryEntry, above: string, depth: number): Promise<void> => {
    for (const entry of await entriesOf(folder)) {
      if (files.length >= MOST_FILES) return
      const path = `${above}${entry.name}`
      if (entry.isDirectory && depth < DEEPEST) await walk(entry as FileSystemDirectoryEntry, `${path}/`, depth + 1)
      else if (entry.isFile) files.push({ path, source: await fileOf(entry as FileSystemFileEntry) })
    }
  }
  await walk(root, '', 0)
  return { name: root.name, files }
}

/** A reader gives a hundred at a time, and none when it is done; a folder that cannot be read has none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])))
    if (some.length === 0) return all.sort((a, b) => a.name.localeCompare(b.name))
    all.push(...some)
  }
}

/** One that cannot be opened is handed on all the same: reading it tells so in its place. */
const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(new Unreadable(entry.name))))

class Unreadable extends File {
  constructor(name: string) {
    super([], name)
  }

  override get size(): number {
    return Number.NaN
  }
}
