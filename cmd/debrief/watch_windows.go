package main

// awaitHangup does nothing: Windows has no such signal.
func (s *session) awaitHangup() {}
