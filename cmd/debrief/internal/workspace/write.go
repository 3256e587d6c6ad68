package workspace

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// The modes of a file that was not there before; the system takes the umask off
// them.
const (
	newFileMode    fs.FileMode = 0o644
	newProgramMode fs.FileMode = 0o755
)

// WriteFile makes a file hold the given bytes, all of them or none: whoever
// reads it meanwhile, and whoever reads it after a failure, finds the old
// content whole. A file that has these bytes already is not touched, so that
// what watches it stays quiet, and changed is false. The file keeps its mode;
// behind a link, the link's target is written. What is no regular file, as
// /dev/stdout, is written to directly.
func WriteFile(path string, content []byte) (changed bool, err error) {
	return writeFile(path, content, newFileMode)
}

// WriteProgram is WriteFile for a file that the system is to run: one that was
// not there before may be run.
func WriteProgram(path string, content []byte) (changed bool, err error) {
	return writeFile(path, content, newProgramMode)
}

func writeFile(path string, content []byte, mode fs.FileMode) (changed bool, err error) {
	target, err := linkTarget(path)
	if err != nil {
		return false, cannotWrite(path, err)
	}
	info, err := os.Stat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return false, cannotWrite(path, err)
	case info.IsDir():
		return false, cannotWrite(path, errors.New("it is a folder"))
	case !info.Mode().IsRegular():
		if err := writeDirectly(target, content); err != nil {
			return false, cannotWrite(path, err)
		}
		return true, nil
	case holds(target, info, content):
		return false, nil
	default:
		mode = info.Mode().Perm()
	}
	if err := replace(target, content, mode, info != nil); err != nil {
		return false, cannotWrite(path, err)
	}
	return true, nil
}

func cannotWrite(path string, err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
	} else if e, ok := errors.AsType[*os.LinkError](err); ok {
		err = e.Err
	}
	return fmt.Errorf("cannot write %s: %w", path, err)
}

// linkTarget returns the path itself, or what it leads to if it is a link; the
// target need not exist.
func linkTarget(path string) (string, error) {
	for range 40 { // as many as Linux follows
		info, err := os.Lstat(path)
		if err != nil || info.Mode()&fs.ModeSymlink == 0 {
			return path, nil
		}
		to, err := os.Readlink(path)
		if err != nil {
			return "", err
		}
		if !filepath.IsAbs(to) {
			// Not filepath.Join: cleaning `..` away is wrong behind a link.
			to = filepath.Dir(path) + string(filepath.Separator) + to
		}
		path = to
	}
	return "", errors.New("too many links")
}

// holds reports whether a file has the content already.
func holds(name string, info fs.FileInfo, content []byte) bool {
	if info.Size() != int64(len(content)) {
		return false
	}
	old, err := os.ReadFile(name)
	return err == nil && bytes.Equal(old, content)
}

// A pipe that nobody reads is an error at once instead of a wait without end.
func writeDirectly(name string, content []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}

// replace writes a temporary file beside the target and puts it in its place.
func replace(target string, content []byte, mode fs.FileMode, existed bool) (err error) {
	f, err := createTemporary(filepath.Dir(target), mode)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	_, err = f.Write(content)
	if err == nil && existed {
		err = f.Chmod(mode)
	}
	if err == nil {
		// Without this a crash could leave the new name on an empty file.
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), target)
}

// ownerMode is what of its mode a new file keeps for its owner under any umask: a
// job that is run with a strange one, as by some schedulers, must not leave a
// report that the person cannot open.
const ownerMode fs.FileMode = 0o700

// createTemporary creates a file of its own name. os.CreateTemp would make it
// 0600, and what the umask is nobody could tell afterwards.
func createTemporary(dir string, mode fs.FileMode) (*os.File, error) {
	for {
		name := filepath.Join(dir, fmt.Sprintf(".debrief-%d.tmp", rand.Uint64()))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if err := allowOwner(f, mode&ownerMode); err != nil {
			return nil, errors.Join(err, f.Close(), os.Remove(name))
		}
		return f, nil
	}
}

// allowOwner gives back what the umask has taken from a file's owner.
func allowOwner(f *os.File, mode fs.FileMode) error {
	info, err := f.Stat()
	if err != nil || info.Mode()&mode == mode {
		return err
	}
	return f.Chmod(info.Mode().Perm() | mode)
}

// leftover is the age from which a temporary file has been left behind by a
// process that was killed: writing a report takes a moment.
const leftover = time.Minute

// SweepTemporary removes from a folder what processes that were killed while
// they wrote a file there have left behind. now is the wall clock's.
func SweepTemporary(folder string, now time.Time) {
	found, _ := filepath.Glob(filepath.Join(folder, ".debrief-*.tmp")) // the pattern is well formed
	for _, name := range found {
		if info, err := os.Lstat(name); err == nil && info.Mode().IsRegular() && now.Sub(info.ModTime()) > leftover {
			_ = os.Remove(name) // it does no harm where it is
		}
	}
}
