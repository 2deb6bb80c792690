/* Preloaded into a hall, it notes every change of the hall's files, every flush and every word to the
   outside in one log, in the order they took effect. `tests/drills/power.py` reads it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <fcntl.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static const char *folder;
static int journal = -1;
static useconds_t slow; /* microseconds that a flush takes */

__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("POWER_LOG");
  folder = getenv("POWER_FOLDER");
  slow = getenv("POWER_SLOW") ? (useconds_t)atoi(getenv("POWER_SLOW")) : 0;
  if (file && folder) journal = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void note(char what, const char *name, uint64_t at, const void *data, uint32_t length) {
  struct __attribute__((packed)) { char what; uint16_t named; uint64_t at; uint32_t length; } head;
  head.what = what; head.named = (uint16_t)strlen(name); head.at = at; head.length = length;
  struct iovec parts[3] = {{&head, sizeof head}, {(void *)name, head.named}, {(void *)data, length}};
  if (syscall(SYS_writev, journal, parts, 3) < 0) abort();
}

/* The name within the hall's folder, "." for the folder itself, or nothing. */
static const char *within(const char *path) {
  size_t length = strlen(folder);
  if (journal < 0 || strncmp(path, folder, length)) return NULL;
  if (path[length] == 0) return ".";
  if (path[length] != '/' || strstr(path, "-shm") || strstr(path, " (deleted)")) return NULL;
  return path + length + 1;
}

static const char *name_of(int fd, char *room, size_t size) {
  char link[40];
  if (journal < 0) return NULL;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, room, size - 1);
  if (length <= 0) return NULL;
  room[length] = 0;
  return within(room);
}

static ssize_t put(int fd, const void *data, size_t length, off_t at) {
  char room[4096];
  const char *name = name_of(fd, room, sizeof room);
  if (!name) return syscall(SYS_pwrite64, fd, data, length, at);
  pthread_mutex_lock(&turn);
  ssize_t done = syscall(SYS_pwrite64, fd, data, length, at);
  if (done > 0) note('W', name, (uint64_t)at, data, (uint32_t)done);
  pthread_mutex_unlock(&turn);
  return done;
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t at) { return put(fd, data, length, at); }
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) { return put(fd, data, length, at); }

ssize_t write(int fd, const void *data, size_t length) {
  if (journal < 0 || fd != 1) return syscall(SYS_write, fd, data, length);
  pthread_mutex_lock(&turn);
  note('A', "", 0, data, (uint32_t)length);
  ssize_t done = syscall(SYS_write, fd, data, length);
  pthread_mutex_unlock(&turn);
  return done;
}

static int flush(int fd, long call) {
  char room[4096];
  const char *name = name_of(fd, room, sizeof room);
  if (!name) return (int)syscall(call, fd);
  if (slow) usleep(slow);
  pthread_mutex_lock(&turn);
  int done = (int)syscall(call, fd);
  if (done == 0) note('S', name, 0, "", 0);
  pthread_mutex_unlock(&turn);
  return done;
}

int fsync(int fd) { return flush(fd, SYS_fsync); }
int fdatasync(int fd) { return flush(fd, SYS_fdatasync); }

static int cut(int fd, off_t length) {
  char room[4096];
  const char *name = name_of(fd, room, sizeof room);
  if (!name) return (int)syscall(SYS_ftruncate, fd, length);
  pthread_mutex_lock(&turn);
  int done = (int)syscall(SYS_ftruncate, fd, length);
  if (done == 0) note('T', name, (uint64_t)length, "", 0);
  pthread_mutex_unlock(&turn);
  return done;
}

int ftruncate(int fd, off_t length) { return cut(fd, length); }
int ftruncate64(int fd, off64_t length) { return cut(fd, length); }

int unlink(const char *path) {
  const char *name = within(path);
  if (!name) return (int)syscall(SYS_unlink, path);
  pthread_mutex_lock(&turn);
  int done = (int)syscall(SYS_unlink, path);
  if (done == 0) note('U', name, 0, "", 0);
  pthread_mutex_unlock(&turn);
  return done;
}
