package watch

import (
	"context"
	"os"
	"time"
)

// A Cause is why somebody was woken.
type Cause uint8

// The causes, the ones that ask for a look first.
const (
	Hint     Cause = iota + 1 // the system hinted at a change, and it has been quiet since
	Safety                    // nobody has looked for 30 s
	Poll                      // it is time for the next look without hints
	Retry                     // the last look asked for another
	Replaced                  // the root is another folder than before, or is back
	Woken                     // the machine slept, or somebody set its clock
	Time                      // the instant waited for has come
	Gone                      // the root has gone; said once
	Deaf                      // hints are not to be relied on: it polls from now on
	Nudged                    // somebody sent to the channel given to Wait
	Ended                     // the context has ended
)

// Look reports whether the folder should be looked at.
func (c Cause) Look() bool { return c >= Hint && c <= Woken }

// A Request is what to wait for besides changes.
type Request struct {
	// Until is an instant on the wall clock; zero for none.
	Until time.Time
	// Again is the time after which the last look wants another; 0 for none.
	Again time.Duration
}

// Wait returns as soon as there is something to do, and says what. Only one
// thing is said at a time; the others are not forgotten. nudged may be nil.
func (w *Watcher) Wait(ctx context.Context, r Request, nudged <-chan struct{}) Cause {
	w.again = time.Time{}
	if r.Again > 0 {
		w.again = w.looked.Add(r.Again)
	}
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		cause, rest := w.next(r.Until)
		if cause != 0 {
			w.cause = cause
			return cause
		}
		timer.Reset(rest)
		select {
		case <-ctx.Done():
			return Ended
		case <-nudged:
			return Nudged
		case <-w.hints.more:
		case <-timer.C:
		}
	}
}

// next returns what there is to do now, or how long there is nothing.
func (w *Watcher) next(until time.Time) (Cause, time.Duration) {
	now, wall := w.options.Now(), w.options.Wall()
	rest := w.checked.Add(pulse).Sub(now)
	if rest <= 0 {
		if cause := w.feelPulse(now, wall); cause != 0 {
			return cause, 0
		}
		rest = pulse
	}
	if !until.IsZero() {
		left := until.Sub(wall)
		if left <= 0 {
			return Time, 0
		}
		rest = min(rest, left)
	}
	if w.gone {
		return 0, rest
	}
	cause, left := w.nextLook(now)
	if cause.Look() && w.waitsForBusy(now) {
		return 0, min(rest, quiet) // whoever is busy may give no hint when done
	}
	if cause != 0 {
		if cause.Look() { // at what? An empty folder may have taken the place of the one that is gone
			if other := w.feelPulse(now, wall); other != 0 {
				return other, 0
			}
		}
		return cause, 0
	} else if left > 0 {
		rest = min(rest, left)
	}
	return 0, max(rest, time.Millisecond)
}

// nextLook returns why to look now, or when.
func (w *Watcher) nextLook(now time.Time) (Cause, time.Duration) {
	if w.listenHard(now) {
		return Deaf, 0
	}
	rest := time.Duration(0)
	soonest := func(at time.Time) bool {
		left := at.Sub(now)
		if rest == 0 || left < rest {
			rest = left
		}
		return left <= 0
	}
	if first, last, _ := w.hints.pending(); !first.IsZero() {
		at := earlier(last.Add(quiet), first.Add(longest))
		if soonest(at) {
			return Hint, 0
		}
	}
	if !w.again.IsZero() && soonest(w.again) {
		return Retry, 0
	}
	interval, cause := safety, Safety
	if w.source == nil {
		interval, cause = pollIdle, Poll
		if now.Sub(w.changed) < active {
			interval = pollActive
		}
	}
	if soonest(w.looked.Add(interval)) {
		return cause, 0
	}
	return 0, rest
}

// waitsForBusy reports whether a look that is due, whatever for, waits because
// the folder is being rewritten: 5 s at most, counted from the first hint or
// from when that was seen.
func (w *Watcher) waitsForBusy(now time.Time) bool {
	if !w.options.Busy() {
		w.busy = time.Time{}
		return false
	}
	if w.busy.IsZero() {
		w.busy = now
		if first, _, _ := w.hints.pending(); !first.IsZero() {
			w.busy = earlier(first, now)
		}
	}
	if now.Sub(w.busy) < longestBusy {
		return true
	}
	w.busy = time.Time{}
	return false
}

// listenHard gives hints up, and returns true, when a change was found that
// none of them announced, not even late.
func (w *Watcher) listenHard(now time.Time) bool {
	if w.deaf.IsZero() {
		return false
	}
	_, _, total := w.hints.pending()
	late := now.Sub(w.deaf) >= grace
	if total != w.known || late {
		w.deaf = time.Time{}
	}
	if total != w.known || !late {
		return false
	}
	w.poll("a change came without a hint")
	return true
}

// feelPulse checks the root and the clocks.
func (w *Watcher) feelPulse(now, wall time.Time) Cause {
	drift := wall.Sub(w.wall) - now.Sub(w.checked)
	w.checked, w.wall = now, wall
	info, err := os.Stat(w.named)
	switch {
	case err != nil || !info.IsDir():
		if w.gone {
			return 0
		}
		w.gone = true
		return Gone
	case w.gone || !os.SameFile(info, w.id):
		w.gone = false
		w.Rearm()
		return Replaced
	case drift >= leap || drift <= -leap:
		return Woken
	}
	return 0
}

// earlier returns the earlier of two times.
func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
