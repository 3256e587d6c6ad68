package workspace

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/gofrs/flock"
)

// A Lock is the right to keep a file up to date. It ends with the process,
// however that ends.
type Lock struct{ file *flock.Flock }

// HeldError says that another process keeps the file up to date.
type HeldError struct {
	File    string
	Process int // 0 when it did not say
}

// Error names who holds it.
func (e *HeldError) Error() string {
	if e.Process == 0 {
		return "another debrief keeps " + e.File + " up to date"
	}
	return fmt.Sprintf("another debrief, process %d, keeps %s up to date", e.Process, e.File)
}

// ErrNoLocks is returned where the folder of the locks does not take any.
var ErrNoLocks = errors.New("cannot lock")

// LockFile takes the right to keep a file up to date; the file need not exist.
// Locks are files in a folder of their own, which is created, and not beside
// what they lock: the journal is no place for them. The error is a *HeldError
// when somebody else has the right.
func LockFile(locks, file string) (*Lock, error) {
	target, err := linkTarget(file)
	folder := ""
	if err == nil {
		folder, err = filepath.Abs(filepath.Dir(target))
	}
	if err == nil {
		folder, err = filepath.EvalSymlinks(folder)
	}
	if err != nil {
		return nil, cannotWrite(file, err)
	}
	if err := MakeFolder(locks); err != nil {
		return nil, fmt.Errorf("%w %s: %w", ErrNoLocks, file, err)
	}
	sum := sha256.Sum256([]byte(filepath.Join(folder, filepath.Base(target))))
	lock := flock.New(filepath.Join(locks, hex.EncodeToString(sum[:16])+".lock"), flock.SetFlag(os.O_CREATE|os.O_RDWR))
	held, err := lock.TryLock()
	if err != nil {
		if e, ok := errors.AsType[*fs.PathError](err); ok {
			err = fmt.Errorf("%s: %w", e.Path, e.Err)
		}
		return nil, fmt.Errorf("%w %s: %w", ErrNoLocks, file, err)
	}
	if !held {
		text, _ := os.ReadFile(lock.Path()) // without the number the message still says enough
		process, _ := strconv.Atoi(strings.TrimSpace(string(text)))
		return nil, &HeldError{file, process}
	}
	_ = os.WriteFile(lock.Path(), fmt.Appendln(nil, os.Getpid()), 0o600)
	return &Lock{lock}, nil
}

// Release gives the right back.
func (l *Lock) Release() {
	if l != nil {
		_ = l.file.Close() // the process is about to end, or has
	}
}
