package watch

import (
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// A source is where hints come from. It exists so that tests can hint.
type source interface {
	Add(folder string) error
	Remove(folder string) error
	Events() <-chan fsnotify.Event
	Errors() <-chan error
	Close() error
}

// notifier is the system's own source.
type notifier struct{ *fsnotify.Watcher }

func openNotifier() (source, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	return notifier{w}, nil
}

// Remove gives a watch up. fsnotify 1.10.1 loses the watch of a name that was
// added once more when it stood for a folder watched under another name
// already, as when two folders change places during a look, and falls over
// that loss here (https://github.com/fsnotify/fsnotify/issues/652). By then it
// has forgotten the name, which is all that is asked for.
func (n notifier) Remove(folder string) (err error) {
	defer func() {
		if recover() != nil {
			err = fsnotify.ErrNonExistentWatch
		}
	}()
	return n.Watcher.Remove(folder)
}

func (n notifier) Events() <-chan fsnotify.Event { return n.Watcher.Events }
func (n notifier) Errors() <-chan error          { return n.Watcher.Errors }

// hints remembers that there were some, and when. A goroutine of its own takes
// them from the source and does nothing else: a source that is not listened to
// while somebody asks it for a watch stands still
// (https://github.com/fsnotify/fsnotify/issues/502).
type hints struct {
	skip func(path string) bool
	now  func() time.Time
	more chan struct{} // has one element while hints are news
	done sync.WaitGroup

	mu          sync.Mutex
	first, last time.Time // of the hints not looked into yet; zero for none
	total       int64     // since the start
}

func newHints(skip func(string) bool, now func() time.Time) *hints {
	return &hints{skip: skip, now: now, more: make(chan struct{}, 1)}
}

// listen takes hints from a source until it is closed.
func (h *hints) listen(s source) {
	h.done.Go(func() {
		for {
			select {
			case e, ok := <-s.Events():
				if !ok {
					return
				}
				if !h.trifle(e) {
					h.note()
				}
			case _, ok := <-s.Errors():
				if !ok {
					return
				}
				// Whatever it was, an overflow most likely: some hints are lost.
				h.note()
			}
		}
	})
}

// wait waits until closed sources are listened to no more.
func (h *hints) wait() { h.done.Wait() }

// trifle reports whether an event cannot be about a note: it is about what an
// editor keeps beside one, or what WriteFile is about to rename. Other hidden
// files can matter: ignore files, and whatever a link of the journal leads to.
func (h *hints) trifle(e fsnotify.Event) bool {
	name := filepath.Base(e.Name)
	beside := strings.HasPrefix(name, ".") &&
		(strings.HasPrefix(name, ".#") || strings.HasPrefix(name, ".debrief-") || strings.HasPrefix(filepath.Ext(name), ".sw"))
	return beside || h.skip(e.Name)
}

// note remembers a hint that came now.
func (h *hints) note() {
	h.mu.Lock()
	h.last = h.now()
	if h.first.IsZero() {
		h.first = h.last
	}
	h.total++
	h.mu.Unlock()
	select {
	case h.more <- struct{}{}:
	default:
	}
}

// pending returns when the first and the last of the hints not looked into
// yet came, and how many there were since the start.
func (h *hints) pending() (first, last time.Time, total int64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.first, h.last, h.total
}

// take forgets the hints, which are being looked into. It returns how many
// there were since the start, and whether any were news.
func (h *hints) take() (total int64, news bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	news = !h.first.IsZero()
	h.first, h.last = time.Time{}, time.Time{}
	return h.total, news
}
