//go:build unix

package main

import (
	"os"
	"os/signal"
	"syscall"
)

// awaitHangup has the session answer SIGHUP until it ends. The signal stays
// caught afterwards: that of a terminal which closes may come when its keys have
// ended the session already, and would kill the program as it leaves.
func (s *session) awaitHangup() {
	hangups := make(chan os.Signal, 1)
	signal.Notify(hangups, syscall.SIGHUP)
	ended := make(chan struct{})
	s.atEnd(func() { close(ended) })
	go func() {
		for {
			select {
			case <-hangups:
				s.errands.add(s.hangup)
			case <-ended:
				return
			}
		}
	}()
}
