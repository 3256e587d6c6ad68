package tell

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"debrief/cmd/debrief/internal/state"
)

// memorySchema is the version of the file.
const memorySchema = "debrief/told/v1"

// rememberGone is how long an item that is gone is remembered: a note that is
// moved or rewritten for a while must not be news when it is back.
const rememberGone = 30 * 24 * time.Hour

// A memory knows what was told of a journal.
type memory struct {
	journal string
	file    string // "" when it is not to be kept
	told    map[key]*told
	changed bool // since it was written
}

// A told is an item that was told with one urgency.
type told struct {
	since string
	gone  time.Time // when the item was first missed; zero while it is there
	// kept is false for what could not be shown: that is not tried over and
	// over, but again when the watcher is started the next time.
	kept bool
}

// memoryJSON is the file, its entries sorted.
type memoryJSON struct {
	Schema  string     `json:"schema"`
	Journal string     `json:"journal"`
	Told    []toldJSON `json:"told"`
}

type toldJSON struct {
	ID      string    `json:"id"`
	Urgency string    `json:"urgency"`
	Since   string    `json:"since"`
	Gone    time.Time `json:"gone,omitzero"`
}

// openMemory reads what was told before. With an error, which says why nothing
// is known, the memory is empty and can be used all the same.
func openMemory(journal string, env func(string) string) (*memory, error) {
	m := &memory{journal: journal, told: map[key]*told{}}
	file, err := memoryFile(journal, env)
	if err != nil {
		return m, fmt.Errorf("remember what was told: %w", err)
	}
	b, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		// What cannot be read may be whole: it is left alone.
		return m, fmt.Errorf("recall what was told: read %s: %w", file, withoutPath(err))
	}
	m.file = file
	if err == nil {
		if err := m.decode(b); err != nil {
			return m, fmt.Errorf("recall what was told: %s is damaged: %w", file, err)
		}
	}
	return m, nil
}

// withoutPath takes off what a message with the path in it says already.
func withoutPath(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	if e, ok := errors.AsType[*os.LinkError](err); ok {
		return e.Err
	}
	return err
}

func (m *memory) decode(b []byte) error {
	var doc memoryJSON
	if err := json.Unmarshal(b, &doc); err != nil {
		return err
	}
	if doc.Schema != memorySchema {
		return fmt.Errorf("its schema is not %s", memorySchema)
	}
	for _, t := range doc.Told {
		m.told[key{t.ID, t.Urgency}] = &told{since: t.Since, gone: t.Gone, kept: true}
	}
	return nil
}

func (m *memory) encode() ([]byte, error) {
	doc := memoryJSON{Schema: memorySchema, Journal: m.journal, Told: []toldJSON{}}
	for k, t := range m.told {
		if t.kept {
			doc.Told = append(doc.Told, toldJSON{k.id, k.urgency, t.since, t.gone})
		}
	}
	slices.SortFunc(doc.Told, func(a, b toldJSON) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Urgency, b.Urgency))
	})
	b, err := json.MarshalIndent(doc, "", "  ")
	return append(b, '\n'), err
}

// see takes notice of which items there are at an instant, and forgets those
// that have been gone for long.
func (m *memory) see(items []Item, now time.Time) {
	_, here := index(items)
	for k, t := range m.told {
		switch {
		case here[k.id] && !t.gone.IsZero():
			t.gone = time.Time{}
		case !here[k.id] && t.gone.IsZero():
			t.gone = now
		case !here[k.id] && now.Sub(t.gone) > rememberGone:
			delete(m.told, k)
		default:
			continue
		}
		m.changed = true
	}
}

// fresh returns the overdue and due items that are yet to be told.
func (m *memory) fresh(items []Item) []Item {
	return slices.DeleteFunc(distinct(items), func(it Item) bool {
		t := m.told[it.key()]
		return it.Urgency != Overdue && it.Urgency != Due || t != nil && t.since == it.Since
	})
}

// mark takes items as told; kept says whether for the next start, too.
func (m *memory) mark(items []Item, kept bool) {
	for _, it := range items {
		m.told[it.key()] = &told{since: it.Since, kept: kept}
	}
	m.changed = m.changed || kept
}

// writeMemory puts a file in the place of the old one, whole or not at all. It
// is for its owner only: it says what somebody is looking for.
func writeMemory(file string, content []byte) (err error) {
	dir := filepath.Dir(file)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, filepath.Base(file)+".*.tmp") // mode 0600
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync() // else a crash could leave an empty file in its place
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), file)
}

// memoryFile returns the file that remembers what was told of a journal, whose
// folder is given as an absolute path: one file per journal.
func memoryFile(journal string, env func(string) string) (string, error) {
	folder, err := state.Folder(env)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256([]byte(journal))
	return filepath.Join(folder, "told-"+hex.EncodeToString(sum[:16])+".json"), nil
}
