package main

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// sampleNow is the instant of every golden on the sample journal.
const sampleNow = "2026-11-19T20:45:00+01:00"

// invocation is one run of the program inside the test.
type invocation struct {
	stdout, stderr bytes.Buffer
	status         int
}

// invoke runs the program with an empty standard input, a fixed clock and no
// environment but a time zone.
func invoke(t *testing.T, args ...string) *invocation {
	t.Helper()
	clock, err := time.Parse(time.RFC3339, sampleNow)
	check(t, err)
	now := func() time.Time { return clock }
	env := func(name string) string { return map[string]string{"TZ": "Europe/Zurich"}[name] }
	var got invocation
	got.status = run(context.Background(), args, strings.NewReader(""), &got.stdout, &got.stderr, now, env)
	return &got
}

// compareFile compares text with a file of the repository, or writes it there
// with -update.
func compareFile(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		writeFile(t, file, got)
		return
	}
	want, err := os.ReadFile(file)
	check(t, err)
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s is stale; go test ./cmd/debrief -update rewrites it (-file +program):\n%s", file, diff)
	}
}
