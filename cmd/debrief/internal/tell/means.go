package tell

import "strings"

// Lengths in characters of what a notification says at most.
const (
	titleLimit = 120
	bodyLimit  = 400
)

// A notification is what the desktop shows at once.
type notification struct {
	// title is one line, body any number; both are clean.
	title, body string
	critical    bool
	// of are the items it tells of.
	of []Item
}

// process returns the program that shows a notification on an operating system
// named as in runtime.GOOS.
func (n notification) process(goos string) Process {
	if n.title == "" {
		n.title = appName // an empty one would not be shown at all
	}
	switch goos {
	case "darwin":
		return n.osascript()
	case "windows":
		return n.powershell()
	}
	return n.notifySend()
}

const appName = "debrief"

// markup makes text what shows as that text. The body is parsed as markup by
// the daemon, and before that notify-send reads C escapes in it; the title is
// plain. Only these three entities are known to every desktop.
var markup = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `\`, `\\`)

// notifySend shows a notification on Linux and the BSDs. Critical ones stay
// until they are closed.
func (n notification) notifySend() Process {
	urgency := "normal"
	if n.critical {
		urgency = "critical"
	}
	return Process{
		Name: "notify-send",
		Args: []string{"--app-name=" + appName, "--urgency=" + urgency, "--", n.title, markup.Replace(n.body)},
	}
}

// appleScript takes the texts as arguments.
const appleScript = `on run argv
	display notification (item 2 of argv) with title (item 1 of argv)
end run
`

// osascript shows a notification on macOS. The program is read from standard
// input: the dash that says so also ends the options.
func (n notification) osascript() Process {
	return Process{Name: "osascript", Args: []string{"-", n.title, n.body}, Stdin: []byte(appleScript)}
}

// toastScript takes the texts from its environment and puts them into text
// nodes, which escape them. A toast is shown only for an application that is
// installed: PowerShell itself is on every Windows. The script holds no double
// quote, so that it needs no escaping as an argument.
const toastScript = `$ErrorActionPreference = 'Stop'
$null = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
$null = [Windows.UI.Notifications.ToastNotification, Windows.UI.Notifications, ContentType = WindowsRuntime]
$xml = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent([Windows.UI.Notifications.ToastTemplateType]::ToastText02)
$texts = $xml.GetElementsByTagName('text')
$null = $texts.Item(0).AppendChild($xml.CreateTextNode([string]$env:DEBRIEF_TITLE))
$null = $texts.Item(1).AppendChild($xml.CreateTextNode([string]$env:DEBRIEF_BODY))
$toast = [Windows.UI.Notifications.ToastNotification]::new($xml)
$app = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\WindowsPowerShell\v1.0\powershell.exe'
[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($app).Show($toast)`

// powershell shows a notification on Windows. It has to be the PowerShell that
// comes with Windows: the later ones cannot call Windows.UI.
func (n notification) powershell() Process {
	return Process{
		Name: "powershell.exe",
		Args: []string{"-NoProfile", "-NonInteractive", "-Command", strings.ReplaceAll(toastScript, "\n", "; ")},
		Set:  []string{"DEBRIEF_TITLE=" + n.title, "DEBRIEF_BODY=" + n.body},
	}
}
