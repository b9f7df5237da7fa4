// Stands between a program and the disk by LD_PRELOAD. Notes down, in order, what is written, synced, renamed and removed in one
// folder, and every line the program prints; fails the n-th write or sync where asked to. `recording.ts` reads the notes.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define HANDLES 4096

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static int notes = -1;
static const char *folder;
/** What to fail: 'w' for writes, 's' for syncs; which one, counted from 1; with which error. */
static char fail_kind;
static long fail_at, writes, syncs;
static int fail_with;
/** Inode behind each handle in the folder; 0 for all others. */
static unsigned long inode_of[HANDLES];

__attribute__((constructor)) static void begin(void) {
  folder = getenv("DISK_FOLDER");
  const char *file = getenv("DISK_NOTES");
  const char *fail = getenv("DISK_FAIL");
  if (!folder || !file) return;
  notes = syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fail) sscanf(fail, "%c:%ld:%d", &fail_kind, &fail_at, &fail_with);
}

static void put(const void *bytes, size_t count) {
  while (count > 0) {
    long done = syscall(SYS_write, notes, bytes, count);
    if (done < 0) abort();
    bytes = (const char *)bytes + done;
    count -= done;
  }
}

/** One note: a line of kind, inode, place, length and path, then the bytes. */
static void note(char kind, unsigned long inode, long at, const char *path, const void *bytes, size_t count) {
  char line[4400];
  int length = snprintf(line, sizeof line, "%c %lu %ld %zu %s\n", kind, inode, at, count, path);
  put(line, length);
  if (count > 0) put(bytes, count);
}

static int within(const char *path) {
  size_t length = folder ? strlen(folder) : 0;
  return notes >= 0 && path && strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static unsigned long tracked(int handle) { return notes >= 0 && handle >= 0 && handle < HANDLES ? inode_of[handle] : 0; }

/** Whether this very write or sync is the one that is to fail. */
static int fails(char kind, long count, unsigned long inode) {
  if (fail_kind != kind || count != fail_at) return 0;
  note('F', inode, count, "-", NULL, 0);
  errno = fail_with;
  return 1;
}

#define REAL(name, ...) ((long (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name))

static int opened(int folder_handle, const char *path, int flags, mode_t mode) {
  struct stat before, after;
  int ours = within(path);
  if (!ours) return syscall(SYS_openat, folder_handle, path, flags, mode);
  pthread_mutex_lock(&turn);
  int is_new = fstatat(AT_FDCWD, path, &before, 0) != 0;
  int handle = syscall(SYS_openat, folder_handle, path, flags, mode);
  int error = errno;
  if (handle >= 0 && handle < HANDLES && fstat(handle, &after) == 0) {
    inode_of[handle] = after.st_ino;
    note(is_new ? 'C' : 'O', after.st_ino, 0, path, NULL, 0);
    if (!is_new && (flags & O_TRUNC)) note('T', after.st_ino, 0, "-", NULL, 0);
  }
  pthread_mutex_unlock(&turn);
  errno = error;
  return handle;
}

#define MODE(flags) va_list rest; va_start(rest, flags); mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0; va_end(rest);
int open(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags, mode); }

int close(int handle) {
  if (tracked(handle)) inode_of[handle] = 0;
  return REAL("close", int)(handle);
}

static ssize_t written(int handle, const void *bytes, size_t count, off_t at, int moving) {
  unsigned long inode = tracked(handle);
  if (notes >= 0 && handle == STDOUT_FILENO) {
    pthread_mutex_lock(&turn);
    note('P', 0, 0, "-", bytes, count);
    pthread_mutex_unlock(&turn);
  }
  if (!inode) return moving ? syscall(SYS_write, handle, bytes, count) : syscall(SYS_pwrite64, handle, bytes, count, at);
  pthread_mutex_lock(&turn);
  if (moving) at = lseek(handle, 0, SEEK_CUR);
  ssize_t done = fails('w', ++writes, inode) ? -1 : moving ? syscall(SYS_write, handle, bytes, count) : syscall(SYS_pwrite64, handle, bytes, count, at);
  int error = errno;
  if (done > 0) note('W', inode, at, "-", bytes, done);
  pthread_mutex_unlock(&turn);
  errno = error;
  return done;
}

ssize_t write(int handle, const void *bytes, size_t count) { return written(handle, bytes, count, 0, 1); }
ssize_t pwrite(int handle, const void *bytes, size_t count, off_t at) { return written(handle, bytes, count, at, 0); }
ssize_t pwrite64(int handle, const void *bytes, size_t count, off64_t at) { return written(handle, bytes, count, at, 0); }

static int synced(int handle, long call) {
  unsigned long inode = tracked(handle);
  if (!inode) return syscall(call, handle);
  pthread_mutex_lock(&turn);
  int done = fails('s', ++syncs, inode) ? -1 : syscall(call, handle);
  int error = errno;
  if (done == 0) note('S', inode, 0, "-", NULL, 0);
  pthread_mutex_unlock(&turn);
  errno = error;
  return done;
}

int fsync(int handle) { return synced(handle, SYS_fsync); }
int fdatasync(int handle) { return synced(handle, SYS_fdatasync); }

static int cut(int handle, off_t size) {
  unsigned long inode = tracked(handle);
  pthread_mutex_lock(&turn);
  int done = syscall(SYS_ftruncate, handle, size);
  int error = errno;
  if (inode && done == 0) note('T', inode, size, "-", NULL, 0);
  pthread_mutex_unlock(&turn);
  errno = error;
  return done;
}

int ftruncate(int handle, off_t size) { return cut(handle, size); }
int ftruncate64(int handle, off64_t size) { return cut(handle, size); }

int unlink(const char *path) {
  int done = syscall(SYS_unlink, path), error = errno;
  if (done == 0 && within(path)) {
    pthread_mutex_lock(&turn);
    note('U', 0, 0, path, NULL, 0);
    pthread_mutex_unlock(&turn);
  }
  errno = error;
  return done;
}

int rename(const char *from, const char *to) {
  int done = syscall(SYS_rename, from, to), error = errno;
  if (done == 0 && within(to)) {
    pthread_mutex_lock(&turn);
    note('R', 0, 0, from, to, strlen(to));
    pthread_mutex_unlock(&turn);
  }
  errno = error;
  return done;
}
