//go:build unix

package workspace

import (
	"io"
	"io/fs"
	"os"
	"syscall"
)

// openDirectly opens a file that is no folder. It is not ok where it cannot;
// os then opens it, or says why not.
//
// A journal is thousands of small files, each read once from its first byte to
// its last. os makes eleven system calls of that, most of them to learn whether
// the file could be waited for; four are enough.
func openDirectly(path string) (file fs.File, ok bool) {
	// A pipe that nobody writes to must not keep us waiting.
	const flags = syscall.O_RDONLY | syscall.O_CLOEXEC | syscall.O_NONBLOCK
	fd, err := uninterrupted(func() (int, error) { return syscall.Open(path, flags, 0) })
	if err != nil {
		return nil, false
	}
	var stat syscall.Stat_t
	_, err = uninterrupted(func() (int, error) { return 0, syscall.Fstat(fd, &stat) })
	switch {
	case err != nil, stat.Mode&syscall.S_IFMT == syscall.S_IFDIR:
		_ = syscall.Close(fd)
		return nil, false
	case stat.Mode&syscall.S_IFMT != syscall.S_IFREG:
		return os.NewFile(uintptr(fd), path), true
	}
	return &regularFile{fd: fd, path: path, size: stat.Size}, true
}

// uninterrupted repeats a system call that a signal breaks off.
func uninterrupted(call func() (int, error)) (int, error) {
	for {
		n, err := call()
		if err != syscall.EINTR { //nolint:errorlint // the call's own number, never wrapped
			return n, err
		}
	}
}

// A regularFile is read in order and closed. Whoever wants to know more of it
// gets that from an os.File, which takes it over. It is for one goroutine.
type regularFile struct {
	fd   int
	path string
	size int64 // when it was opened
	read int64
	file *os.File // has taken over the descriptor; nil before
}

// largestRead is how much os asks for at once: some systems refuse more.
const largestRead = 1 << 30

// Read implements io.Reader. The end is told with the last byte, where the
// file had that many when it was opened and the system gave no more: one call
// instead of two. A file that has grown, or whose size the system does not
// know, is read until nothing comes.
func (f *regularFile) Read(p []byte) (int, error) {
	if f.file != nil {
		return f.file.Read(p)
	}
	if len(p) == 0 {
		return 0, nil
	}
	p = p[:min(len(p), largestRead)]
	n, err := uninterrupted(func() (int, error) { return syscall.Read(f.fd, p) })
	if err != nil {
		return 0, &fs.PathError{Op: "read", Path: f.path, Err: err}
	}
	f.read += int64(n)
	if n == 0 || n < len(p) && f.read == f.size {
		return n, io.EOF
	}
	return n, nil
}

// Stat describes the file.
func (f *regularFile) Stat() (fs.FileInfo, error) {
	if f.file == nil {
		f.file = os.NewFile(uintptr(f.fd), f.path)
	}
	return f.file.Stat()
}

// Close closes the file.
func (f *regularFile) Close() error {
	if f.file != nil {
		return f.file.Close()
	}
	fd := f.fd
	f.fd = -1 // the number may be another file's soon
	if err := syscall.Close(fd); err != nil {
		return &fs.PathError{Op: "close", Path: f.path, Err: err}
	}
	return nil
}
