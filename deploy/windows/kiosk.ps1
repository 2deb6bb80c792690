#Requires -Version 5.1
<#
Shows one page of the hall on the whole screen, and keeps it there. Put a shortcut to it into shell:startup:

    powershell -WindowStyle Hidden -ExecutionPolicy Bypass -File kiosk.ps1 lobby -Server http://192.168.1.10:8000
#>
param(
    [Parameter(Mandatory)] [string] $Screen,   # kiosk:K1  lobby  lobby:main  window:3  evaluator:3
    [string] $Server = 'http://127.0.0.1:8000',
    [string] $BrowserProfile = "$env:LOCALAPPDATA\hallqueue-kiosk"
)
$page, $place = $Screen -split ':', 2
$key = switch ($page) { { $_ -in 'counter', 'window', 'evaluator' } { 'counter' } 'lobby' { 'zone' } default { 'place' } }
$address = "$Server/$page/"
if ($place) { $address += "?$key=$place" }

$known = @(
    "${env:ProgramFiles(x86)}\Microsoft\Edge\Application\msedge.exe",
    "$env:ProgramFiles\Microsoft\Edge\Application\msedge.exe",
    "$env:ProgramFiles\Google\Chrome\Application\chrome.exe"
)
$browser = $known | Where-Object { Test-Path $_ } | Select-Object -First 1
if (-not $browser) { throw 'No Edge and no Chrome here 没有 Edge 或 Chrome 浏览器' }
$options = @(
    '--kiosk', $address, '--edge-kiosk-type=fullscreen', "--user-data-dir=`"$BrowserProfile`"",
    '--autoplay-policy=no-user-gesture-required', '--lang=zh-CN', '--noerrdialogs', '--no-first-run',
    '--no-default-browser-check', '--disable-session-crashed-bubble', '--hide-crash-restore-bubble',
    '--disable-pinch', '--overscroll-history-navigation=0', '--disable-features=Translate,TranslateUI,msEdgeTranslate'
)

function Test-Hall {
    try { (Invoke-RestMethod "$Server/health" -TimeoutSec 5).status } catch { $null }
}

$pause = 1
while ($true) {
    while (-not (Test-Hall)) { Start-Sleep 2 }
    $begun = Get-Date
    Start-Process $browser $options -Wait
    $pause = if ((Get-Date) - $begun -gt [TimeSpan]::FromMinutes(1)) { 1 } else { [Math]::Min(60, $pause * 2) }
    Start-Sleep $pause
}
