package schedule

import (
	"fmt"
	"strings"
)

// githubForm is a workflow for GitHub Actions.
func githubForm() Form {
	return Form{
		Name: "github", Write: githubWorkflow,
		ByHand: "save it as .github/workflows/debrief.yml in the journal's repository, commit it and push",
	}
}

// shortestGap is how many minutes there are at least between two runs.
const shortestGap = 5

// githubProgram is where the workflow builds debrief.
const githubProgram = `"$RUNNER_TEMP/debrief"`

// githubWorkflow writes the workflow: it builds debrief, makes the report and
// commits it when it says something new.
func githubWorkflow(job Job) ([]byte, error) {
	words := append(append([]string{job.Journal}, job.Files...), job.Command[1:]...)
	if err := plain(words...); err != nil {
		return nil, err
	}
	for _, w := range words {
		if strings.Contains(w, "${{") {
			return nil, refused("rename the file or folder, or put the command into a script", "GitHub would replace the ${{ in %q", w)
		}
	}
	if gap := job.When.gap(); gap < shortestGap {
		return nil, refused("*/5 in the first field is as often as it gets", "GitHub runs a workflow every %d minutes at most, not every %d", shortestGap, gap)
	}
	zone := job.Zone
	if zone == "" || zone == "UTC" {
		zone = "Etc/UTC" // GitHub wants the name from the zone database
	}
	text := fmt.Sprintf(workflowStart, signature, job.When.Words(), job.When, zone, job.Name)
	text += fmt.Sprintf("      - name: make the report\n        run: |\n          %s %s\n", githubProgram, join(job.Command[1:], Shell))
	if len(job.Files) > 0 {
		text += fmt.Sprintf(workflowCommit, join(job.Files, Shell))
	}
	return []byte(text), nil
}

// workflowStart is the workflow up to the report. Where the program's source
// lies is a variable of the repository: no name has to be guessed here. Its
// folder is hidden, so that nothing in it is taken for a note.
const workflowStart = `# %s. Save it as .github/workflows/debrief.yml.
#
# For a PRIVATE repository only: notes and report name people who did not ask to
# be on the web. In a public one the job skips itself.
#
# Once, before the first run: in the repository's settings, under Actions,
# Variables, set DEBRIEF_REPOSITORY to the repository with debrief's source, as
# OWNER/NAME. GitHub may start a run late, and drops one now and then: the next
# one says what has come together by then.
name: debrief

on:
  schedule:
    # Runs %s, by the clock of the zone below.
    - cron: '%s'
      timezone: '%s'
  workflow_dispatch:

permissions:
  contents: write

concurrency:
  group: %s

jobs:
  report:
    if: github.event.repository.private
    runs-on: ubuntu-latest
    timeout-minutes: 15
    env:
      TZ: '%[4]s'
    steps:
      - uses: actions/checkout@v6
      - uses: actions/checkout@v6
        with:
          repository: ${{ vars.DEBRIEF_REPOSITORY }}
          path: .debrief-source
          persist-credentials: false
      - uses: actions/setup-go@v6
        with:
          go-version-file: .debrief-source/go.mod
          cache-dependency-path: .debrief-source/go.sum
      - name: build debrief
        run: go build -C .debrief-source -o "$RUNNER_TEMP/debrief" ./cmd/debrief
`

// workflowCommit commits and pushes what changed, if anything did.
const workflowCommit = `      - name: commit it when it says something new
        run: |
          git add -- %s
          if git diff --cached --quiet; then exit 0; fi
          git -c user.name=debrief -c user.email=debrief@users.noreply.github.com commit -m 'report: what is owed'
          git push
`

// gap returns the smallest number of minutes between two times of a day that
// has any.
func (w When) gap() int {
	var times []int
	for _, hour := range w.hours.numbers() {
		for _, minute := range w.minutes.numbers() {
			times = append(times, 60*hour+minute)
		}
	}
	smallest := 24*60 - times[len(times)-1] + times[0] // over midnight
	for i := range len(times) - 1 {
		smallest = min(smallest, times[i+1]-times[i])
	}
	return smallest
}
