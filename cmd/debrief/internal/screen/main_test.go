package screen

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"testing"
)

// helperEnv makes the test program the one that is tested: it shows a page.
const helperEnv = "DEBRIEF_SCREEN_HELPER"

func TestMain(m *testing.M) {
	if os.Getenv(helperEnv) != "" {
		if err := showPage(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Fprintln(os.Stdout, "ended well")
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// showPage shows the window's size, its own number and sixty lines, until it is told to end.
func showPage() error {
	terminate := make(chan os.Signal, 1)
	signal.Notify(terminate, syscall.SIGTERM)
	s, err := Open(os.Stdin, os.Stdout, true)
	if err != nil {
		return err
	}
	for read := 1; ; {
		columns, rows := s.Size()
		page := fmt.Appendf(nil, "a window of %d×%d, process %d\n%s", columns, rows, os.Getpid(), lines(60))
		s.Show(page, fmt.Sprintf("read %d times", read))
		select {
		case <-terminate:
			return s.Close()
		case event := <-s.Events():
			switch event {
			case Quit:
				return s.Close()
			case Reread:
				read++
			}
		}
	}
}
