//go:build unix

package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// randomSeeds are the seeds of every run of the tests. Those after the first
// line found a fault, which has a test of its own as well: what a seed stands
// for changes with the operations.
var randomSeeds = []uint64{
	1, 2,
	1038, 1045, // moved away and back between two looks: TestWatchFolderLeavesForAMoment
	1054, // a pipe put in the place of a note: workspace has TestOpenPipe
	1059, // a link that leads nowhere, doubted for ever: workspace's TestDoubtWithoutFile
	9089, // two folders changed places during a look: watch's TestRemoveSwapped
}

// roundsPerSeed is how often the folder comes to rest under one watcher.
const roundsPerSeed = 5

// TestWatchRandom does to a journal what people, editors, git and sync tools
// do, in random order and without waiting for anything; whenever that stops,
// the report has to be what a single run prints. DEBRIEF_RANDOM_ROUNDS asks
// for that many rounds with other seeds, from DEBRIEF_RANDOM_SEED on.
func TestWatchRandom(t *testing.T) {
	seeds := randomSeeds
	if rounds, err := strconv.Atoi(os.Getenv("DEBRIEF_RANDOM_ROUNDS")); err == nil {
		first, err := strconv.ParseUint(os.Getenv("DEBRIEF_RANDOM_SEED"), 10, 64)
		if err != nil {
			first = uint64(time.Now().UnixNano())
		}
		seeds = nil
		for n := range uint64((rounds + roundsPerSeed - 1) / roundsPerSeed) {
			seeds = append(seeds, first+n)
		}
	}
	for _, seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			randomRounds(t, seed)
		})
	}
}

// randomRounds is one watcher's life.
func randomRounds(t *testing.T, seed uint64) {
	random := rand.New(rand.NewPCG(seed, 0))
	w := newWatched(t, randomJournal(random))
	w.asNobody()
	if seed%2 == 0 {
		w.startWithSmallQueue()
	} else {
		w.start()
	}
	v := &vandal{watched: w, random: random, outside: filepath.Join(filepath.Dir(w.dir), "outside"), began: time.Now()}
	check(t, os.Mkdir(v.outside, 0o755))
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("seed %d:\n%s", seed, strings.Join(v.done, "\n"))
		}
	})
	for round := range roundsPerSeed {
		v.done = append(v.done, fmt.Sprintf("-- round %d", round+1))
		burst := len(v.done)
		v.burst()
		v.note("quiet")
		begun := len(v.done)
		if took := w.settles(); took > 5*time.Second {
			t.Logf("seed %d, round %d: the report was true after %v:\n%s", seed, round+1, took, strings.Join(v.done[burst:begun], "\n"))
		}
		v.note("settled")
	}
	// A report may be true by chance before all is believed that it is about:
	// true has to be what it comes to.
	pause(3 * time.Second)
	w.settles()
	if words := "without a hint"; w.count(words) > 0 {
		t.Error("a change was found that nothing hinted at")
	}
}

// A vandal changes the files of a journal at random.
type vandal struct {
	*watched
	random  *rand.Rand
	outside string   // a folder beside the journal
	done    []string // what was done so far
	began   time.Time
	shut    bool // there may be folders that cannot be read
}

// note remembers what is being done, for whoever reads of a failure.
func (v *vandal) note(format string, args ...any) {
	v.done = append(v.done, fmt.Sprintf("%8.3f ", time.Since(v.began).Seconds())+fmt.Sprintf(format, args...))
}

// burst does some things, and leaves the journal such that it can be read.
func (v *vandal) burst() {
	for range 3 + v.random.IntN(25) {
		v.operation()
		if v.random.IntN(3) == 0 {
			pause(time.Duration(v.random.IntN(300)) * time.Millisecond)
		}
	}
	if v.shut {
		v.note("open all folders")
		_ = os.Chmod(v.dir, 0o755)
		v.eachFolder(func(dir string) { _ = os.Chmod(dir, 0o755) })
		v.shut = false
	}
	if len(v.files(isNote)) == 0 { // of a journal without notes there is nothing to say
		v.put("search.md", watchedSearch)
	}
}

// eachFolder visits the folders of the journal and of the one beside it.
func (v *vandal) eachFolder(visit func(dir string)) {
	for _, root := range []string{v.dir, v.outside} {
		_ = filepath.WalkDir(root, func(name string, e os.DirEntry, _ error) error {
			if e != nil && e.IsDir() {
				visit(name)
			}
			return nil
		})
	}
}

// tree lists what is in the journal, in the order of the paths, as the journal
// names it.
func (v *vandal) tree(wanted func(name string, e os.DirEntry) bool) []string {
	var found []string
	_ = filepath.WalkDir(v.dir, func(name string, e os.DirEntry, err error) error {
		if err != nil || name == v.dir {
			return nil
		}
		if path, err := filepath.Rel(v.dir, name); err == nil && wanted(path, e) {
			found = append(found, path)
		}
		return nil
	})
	return found
}

func isNote(name string) bool { return strings.HasSuffix(name, ".md") }
func isAny(string) bool       { return true }

// files lists the regular files with certain names.
func (v *vandal) files(named func(string) bool) []string {
	return v.tree(func(name string, e os.DirEntry) bool { return e.Type().IsRegular() && named(name) })
}

// folders lists the folders.
func (v *vandal) folders() []string {
	return v.tree(func(_ string, e os.DirEntry) bool { return e.IsDir() })
}

// pick returns one of several, or "" of none.
func (v *vandal) pick(from []string) string {
	if len(from) == 0 {
		return ""
	}
	return from[v.random.IntN(len(from))]
}

func (v *vandal) file() string   { return v.pick(v.files(isAny)) }
func (v *vandal) folder() string { return v.pick(v.folders()) }

// kernelQueue is how many hints wait in the system for a watcher, at most; it
// counts for the watchers that are begun while it stands.
const kernelQueue = "/proc/sys/fs/inotify/max_queued_events"

var changingQueue sync.Mutex

// startWithSmallQueue starts the program while the system's queue of hints is
// so small that it overflows all the time, where somebody may change that.
func (w *watched) startWithSmallQueue() {
	w.t.Helper()
	changingQueue.Lock()
	defer changingQueue.Unlock()
	usual, err := os.ReadFile(kernelQueue)
	if err == nil && os.WriteFile(kernelQueue, []byte("4"), 0) == nil {
		defer func() { _ = os.WriteFile(kernelQueue, usual, 0) }()
	}
	w.start()
}
