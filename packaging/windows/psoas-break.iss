; The installer for Windows, by Inno Setup 6.3 or later, of the bundle that is there:
;
;   python dev.py bundle
;   iscc /DVersion=0.1.0 packaging\windows\psoas-break.iss
;
; For one user without asking for an administrator, or for all where one allows it.
; Settings and history lie in the user's own folders and survive an uninstall.

#ifndef Version
  #error Say which version: iscc /DVersion=0.1.0
#endif
; The same in numbers alone, for a version such as 1.0.0rc1.
#ifndef Numbers
  #define Numbers Version
#endif
#define Name "Psoas Break"
#define Tray "psoas-break-tray.exe"
#define Home "https://github.com/psoas-break/psoas-break"
#define Root "..\.."

[Setup]
AppId={{8D5C0B1E-6E0B-4C39-9F0C-6B7B5D2C41A7}
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
AppPublisher=The Psoas Break authors
AppPublisherURL={#Home}
AppSupportURL={#Home}/issues
AppUpdatesURL={#Home}/releases
VersionInfoVersion={#Numbers}
VersionInfoProductTextVersion={#Version}
DefaultDirName={autopf}\{#Name}
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile={#Root}\LICENSE
SetupIconFile={#Root}\packaging\icons\psoas-break.ico
UninstallDisplayIcon={app}\{#Tray}
UninstallDisplayName={#Name}
OutputDir={#Root}\dist
OutputBaseFilename=psoas-break-{#Version}-windows-x64-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes
RestartApplications=no

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "atlogin"; Description: "Start when I log in"; Flags: unchecked
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "{#Root}\build\bundle\psoas-break\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "{#Root}\LICENSE"; DestDir: "{app}"; DestName: "LICENSE.txt"; Flags: ignoreversion

[InstallDelete]
; What an earlier version had and this one has not must not be loaded by it.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Tray}"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Tray}"; Tasks: desktopicon

[Run]
; By the app's own word, so that its setting and the registry are in step.
Filename: "{app}\psoas-break.exe"; Parameters: "autostart on"; Flags: runhidden runasoriginaluser; Tasks: atlogin
Filename: "{app}\{#Tray}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent runasoriginaluser

[UninstallRun]
Filename: "{app}\psoas-break.exe"; Parameters: "quit"; Flags: runhidden; RunOnceId: "Quit"
Filename: "{app}\psoas-break.exe"; Parameters: "autostart off"; Flags: runhidden; RunOnceId: "AtLogin"

[Code]
{ An upgrade: the running app saves and ends before Setup looks which files are in use. }
function PrepareToInstall(var NeedsRestart: Boolean): String;
var
  Installed: String;
  ExitCode: Integer;
begin
  Installed := ExpandConstant('{app}\psoas-break.exe');
  if FileExists(Installed) then
    Exec(Installed, 'quit', '', SW_HIDE, ewWaitUntilTerminated, ExitCode);
  Result := '';
end;
