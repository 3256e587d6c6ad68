package git

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
)

// MaxBlob is how much of one file is read, in bytes. It is more than a note may
// have (4 MiB), so that whoever reads a note still sees that it is too large.
const MaxBlob = 4<<20 + 1

// Blobs are the texts of files, each read from the repository once, by a single
// process of git for all of them. It may be used by many goroutines.
type Blobs struct {
	repo *Repository
	ctx  context.Context

	mu    sync.Mutex
	texts map[string][]byte
}

// Blobs returns the repository's texts; none is read yet. They are read until
// ctx ends.
func (r *Repository) Blobs(ctx context.Context) *Blobs {
	return &Blobs{repo: r, ctx: ctx, texts: map[string][]byte{}}
}

// Text returns what is in an entry.
func (b *Blobs) Text(e Entry) ([]byte, error) {
	b.mu.Lock()
	text, ok := b.texts[e.Blob]
	b.mu.Unlock()
	if ok {
		return text, nil
	}
	if err := b.Read([]Entry{e}); err != nil {
		return nil, err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.texts[e.Blob], nil
}

// Read reads the texts of entries ahead, those not known yet, in one go.
func (b *Blobs) Read(entries []Entry) error {
	wanted := b.missing(entries)
	if len(wanted) == 0 {
		return nil
	}
	cmd := b.repo.command(b.ctx, "cat-file", "--batch", "--buffer")
	cmd.Stdin = strings.NewReader(strings.Join(wanted, "\n") + "\n")
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return refusal(b.ctx, "cat-file", err, "")
	}
	failed := b.take(bufio.NewReaderSize(out, 1<<16), wanted)
	_, _ = io.Copy(io.Discard, out) // so that git can end
	if err := cmd.Wait(); err != nil {
		return refusal(b.ctx, "cat-file", err, said.String())
	}
	return failed
}

// missing lists the object names among the entries that are not known, each
// once.
func (b *Blobs) missing(entries []Entry) []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	var wanted []string
	asked := map[string]bool{}
	for _, e := range entries {
		if _, known := b.texts[e.Blob]; !known && !asked[e.Blob] && e.Kind != Submodule {
			asked[e.Blob] = true
			wanted = append(wanted, e.Blob)
		}
	}
	return wanted
}

// ErrMissing is returned where the history names a text that is not there, as in
// a partial clone or a damaged repository.
var ErrMissing = errors.New("git has not all of the texts here: the clone is partial, or the repository damaged")

// take reads one object for each of the names, in their order.
func (b *Blobs) take(from *bufio.Reader, names []string) error {
	for _, name := range names {
		header, err := from.ReadString('\n')
		if err != nil {
			return fmt.Errorf("git cat-file ended early: %w", err)
		}
		fields := strings.Fields(header)
		if len(fields) == 2 && fields[1] == "missing" {
			return ErrMissing
		}
		if len(fields) != 3 {
			return fmt.Errorf("git cat-file answered %q", header)
		}
		size, err := strconv.ParseInt(fields[2], 10, 64)
		if err != nil {
			return fmt.Errorf("git cat-file answered %q", header)
		}
		text := make([]byte, min(size, MaxBlob))
		if _, err := io.ReadFull(from, text); err != nil {
			return fmt.Errorf("git cat-file ended early: %w", err)
		}
		if _, err := io.CopyN(io.Discard, from, size-int64(len(text))+1); err != nil {
			return fmt.Errorf("git cat-file ended early: %w", err)
		}
		b.mu.Lock()
		b.texts[name] = text
		b.mu.Unlock()
	}
	return nil
}
