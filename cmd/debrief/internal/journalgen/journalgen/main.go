// Command journalgen writes an invented journal into a folder:
//
//	go run ./cmd/debrief/internal/journalgen/journalgen -n 10000 journal
package main

import (
	"flag"
	"fmt"
	"os"
	"time"

	"debrief/cmd/debrief/internal/journalgen"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintf(os.Stderr, "journalgen: %v\n", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	flags := flag.NewFlagSet("journalgen", flag.ContinueOnError)
	n := flags.Int("n", 1000, "how many notes")
	seed := flags.Uint64("seed", 1, "the same seed gives the same journal")
	at := flags.String("now", "2026-11-19T20:45:00+01:00", "the instant at which the journal ends, RFC 3339")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return fmt.Errorf("want one folder to write to, got %d", flags.NArg())
	}
	now, err := time.Parse(time.RFC3339, *at)
	if err != nil {
		return fmt.Errorf("failed to read -now: %w", err)
	}
	return journalgen.Generate(*seed, *n, now).Write(flags.Arg(0))
}
