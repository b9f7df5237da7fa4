// Full paths as they are typed, of either kind of system.

const two = (count: number) => String(count).padStart(2, '0')

/** A file of its own for every second, named by the time of this machine. */
export function backupPath(folder: string, now: Date): string {
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-')
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('-')
  const separator = folder.includes('\\') ? '\\' : '/'
  return `${folder.replace(/[\\/]$/, '')}${separator}Alternat ${day} ${time}.alternat`
}

/** The folder of a file; the root keeps its separator. */
export function folderOf(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  const folder = path.slice(0, Math.max(end, 0))
  return folder === '' || /^[a-z]:$/i.test(folder) ? path.slice(0, end + 1) : folder
}
