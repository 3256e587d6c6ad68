package workspace

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// MakeFolder creates a folder and those above it, for their owner alone. It
// leaves alone what is there already, and is right under any umask: one that
// takes the owner's rights away would leave a folder nobody can write into.
func MakeFolder(folder string) error {
	info, err := os.Stat(folder)
	switch {
	case err == nil && info.IsDir():
		return nil
	case err == nil:
		return fmt.Errorf("cannot make the folder %s: it is a file", folder)
	case !errors.Is(err, fs.ErrNotExist):
		return cannotMake(folder, err)
	}
	if above := filepath.Dir(folder); above != folder {
		if err := MakeFolder(above); err != nil {
			return err
		}
	}
	const owner = 0o700
	if err := os.Mkdir(folder, owner); err != nil {
		if errors.Is(err, fs.ErrExist) { // somebody else has just made it
			return nil
		}
		return cannotMake(folder, err)
	}
	if err := os.Chmod(folder, owner); err != nil {
		return cannotMake(folder, err)
	}
	return nil
}

func cannotMake(folder string, err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
	}
	return fmt.Errorf("cannot make the folder %s: %w", folder, err)
}
