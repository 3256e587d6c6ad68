package main

const (
	panelNote   = "interviews/2026-11-19-northmere-panel.md"
	secondNote  = "interviews/2026-11-17-halden.md"
	searchNote  = "search.md"
	novemberLog = "log/2026-11.md"
	aldermoor   = "applications/aldermoor-signals.md"
	ravensbeck  = "applications/ravensbeck-water.md"
	marta       = "references/marta-lindqvist.md"
)

// unsettled returns, for the rules that are silent on the sample journal, the
// smallest edits that make them speak. Where two rules would ask for the same
// step, the one that speaks for both is settled or turned off first.
func unsettled() map[string][]rewording {
	return map[string][]rewording{
		"evaluation-incomplete": {{panelNote, `worked\n\n- TODO`, "worked\n\n- we drew the ledger together"}},
		"stumble-unanswered":    {{"interviews/2026-11-03-halden-phone.md", `(?s) → The site closed.*?clear head\.`, ""}},
		"interview-soon":        {{"interviews/2026-11-20-osprey-screen.md", `(?s)## Prep.*## `, "## "}},
		"thank-you-generic": {{
			panelNote, `(?s)Dear Hana.*paid for it\?`,
			"Dear Hana, thank you for your time today. I look forward to hearing from you.",
		}},
		"thank-you-copied": {{
			panelNote, `(?s)Dear Hana.*paid for it\?`,
			"Dear Hana, that hole you found in the shared bucket kept me up, in a good way. Sketch attached: one\n" +
				"bucket per shipper, borrowed from the lane. What would you break first?",
		}},
		"reference-permission": {
			{"references/priya-raman.md", `permission: 2026-10-02\n`, ""},
			{"log/2026-10.md", `- 10:30 asked Priya.*\n`, ""},
			{searchNote, `search-coasting: on`, "reference-untold: off"},
		},
		"reference-overused": {{marta, `told:\n`, "told:\n" +
			"  - {position: Osprey Atlas, on: 2026-11-10}\n  - {position: Ravensbeck Water, on: 2026-11-10}\n"}},
		"reference-outcome": {{"references/jonas-achterberg.md", ` +outcome:.*\n`, ""}},
		"references-few":    {{"references/priya-raman.md", `permission:`, "active: no\npermission:"}},
		"search-no-other": {
			{searchNote, `search-coasting: on`, "search-stale: off"},
			{secondNote, `date: 2026-11-17`, "date: 2026-11-15"},
			{panelNote, `date: 2026-11-19`, "date: 2026-11-16"},
		},
		"search-single": append(
			withdrawn("halden-robotics", "kestrel-freight", "mirabel-health", "northmere-grid",
				"osprey-atlas", "ravensbeck-water", "brightmoor-undisclosed"),
			rewording{novemberLog, `- 22:05 applied.*\n`, ""}),
		"search-coasting": {
			{ravensbeck, `applied: 2026-10-29`, "applied: 2026-11-09"},
			{"outreach/2026-11-06-tidewater.md", `date: 2026-11-06`, "date: 2026-11-09"},
			{novemberLog, `- 22:05 applied.*\n`, ""},
			{"applications/quillstone.md", `- 2026-10-28.*\n`, ""},
		},
		"outreach-packet":      {{"outreach/2026-11-06-tidewater.md", `cover_letter:.*\n`, ""}},
		"answer-overdue":       {{"applications/kestrel-freight.md", `- 2026-11-16 followed up.*\n`, ""}},
		"position-quiet":       {{"applications/mirabel-health.md", `status: on hold`, "status: screening"}},
		"interview-unrecorded": {{"interviews/2026-10-30-mirabel.md", `status: cancelled`, "status: scheduled"}},
		"no-show":              {{ravensbeck, `(?s)- 2026-11-11.*`, ""}},
		"missed-apology":       {{"applications/brightmoor-undisclosed.md", `- 2026-11-18 09:40.*\n`, ""}},
		"assessment-due":       {{ravensbeck, `- 2026-11-15.*\n`, ""}},
		"offer-deadline": {
			{aldermoor, `status: declined`, "status: offer"},
			{aldermoor, ` +declined:.*\n`, ""},
		},
		"offer-unfirm": {
			{aldermoor, `status: declined`, "status: accepted"},
			{aldermoor, `declined: 2026-11-12`, "accepted: 2026-11-12"},
		},
		"started-loose-ends":   {{searchNote, `first_day:`, "first_day: 2026-11-16"}},
		"rejection-unanswered": {{"applications/quillstone.md", `- 2026-10-28.*\n`, ""}},
		"contact-cold": {
			{marta, `(?s)told:.*posting: yes\n`, ""},
			{marta, `- 2026-11-09.*\n`, ""},
			{novemberLog, `- 11:00 told.*\n`, ""},
		},
	}
}

// withdrawn returns the edits that end applications.
func withdrawn(names ...string) []rewording {
	var edits []rewording
	for _, name := range names {
		edits = append(edits, rewording{"applications/" + name + ".md", `(?m)^status: .*`, "status: withdrawn"})
	}
	return edits
}
