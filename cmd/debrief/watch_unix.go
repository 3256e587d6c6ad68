//go:build unix

package main

import (
	"os"
	"os/signal"
	"syscall"
)

// awaitHangup has the session answer SIGHUP until it ends.
func (s *session) awaitHangup() {
	hangups := make(chan os.Signal, 1)
	signal.Notify(hangups, syscall.SIGHUP)
	ended := make(chan struct{})
	s.atEnd(func() {
		signal.Stop(hangups)
		close(ended)
	})
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
