#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
Puts the hall on a Windows box from a folder of wheels and starts it with the machine, before anybody logs in.

    powershell -ExecutionPolicy Bypass -File install.ps1 -Wheels D:\wheels

Again with newer wheels it updates; the data in <Folder>\data stay.
#>
param(
    [Parameter(Mandatory)] [string] $Wheels,
    [string] $Folder = 'C:\hallqueue',
    [int] $Port = 8000,
    [string] $PublicUrl = '',
    [string] $Python = 'py'
)
$ErrorActionPreference = 'Stop'
$task = 'hallqueue'
$data = Join-Path $Folder 'data'
$hall = Join-Path $Folder 'Scripts\hallqueue.exe'

function Invoke-Checked([string] $Program, [string[]] $Options) {
    & $Program @Options
    if ($LASTEXITCODE -ne 0) { throw "$Program $Options : $LASTEXITCODE" }
}

if (Get-ScheduledTask -TaskName $task -ErrorAction SilentlyContinue) { Stop-ScheduledTask -TaskName $task }
if (-not (Test-Path (Join-Path $Folder 'Scripts\python.exe'))) { Invoke-Checked $Python @('-m', 'venv', $Folder) }
$own = Join-Path $Folder 'Scripts\python.exe'
$offline = @('-m', 'pip', 'install', '--quiet', '--no-index', '--find-links', $Wheels)
Invoke-Checked $own ($offline + @('--upgrade', '--force-reinstall', '--no-deps', 'hallqueue'))
Invoke-Checked $own ($offline + @('hallqueue'))

New-Item -ItemType Directory -Force -Path $data | Out-Null
icacls $data /grant '*S-1-5-19:(OI)(CI)M' | Out-Null   # the local service account

$options = "serve --data `"$data`" --port $Port"
if ($PublicUrl) { $options += " --public-url $PublicUrl" }
$action = New-ScheduledTaskAction -Execute $hall -Argument $options -WorkingDirectory $Folder
$who = New-ScheduledTaskPrincipal -UserId 'S-1-5-19' -LogonType ServiceAccount
$how = New-ScheduledTaskSettingsSet -RestartCount 999 -RestartInterval (New-TimeSpan -Minutes 1) `
    -ExecutionTimeLimit ([TimeSpan]::Zero) -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries
Register-ScheduledTask -TaskName $task -Force -Action $action -Principal $who -Settings $how `
    -Trigger (New-ScheduledTaskTrigger -AtStartup) | Out-Null

$rule = "hallqueue $Port"
if (-not (Get-NetFirewallRule -DisplayName $rule -ErrorAction SilentlyContinue)) {
    New-NetFirewallRule -DisplayName $rule -Direction Inbound -Protocol TCP -LocalPort $Port `
        -Action Allow -Profile Private, Domain | Out-Null
}
powercfg /change standby-timeout-ac 0
if (-not (Test-Path (Join-Path $data 'hall.sqlite3'))) {
    Write-Host "Make the hall first 请先建厅: $hall init --data $data --pack power"
}
Write-Host "Start it 启动: Start-ScheduledTask -TaskName $task"
