# shellcheck shell=bash disable=SC2154  # bin/setup sets the variables
#
# Chromium with its driver, and letters that it can draw: the tests of the console.

need_browser() {
  has_browser || lacks 'a browser for the tests' "$(chromium_package browser)" "$(chromium_package driver)"
  [[ -d /usr/share/fonts/truetype/dejavu ]] || lacks 'letters for the browser' fonts-dejavu-core
}

has_browser() { { chromium --version && chromedriver --version; } >/dev/null 2>&1; }

# chromium_package browser|driver: what it is called here.
chromium_package() {
  case $(release ID)-$1 in
    ubuntu-browser) echo chromium-browser ;;
    ubuntu-driver) echo chromium-chromedriver ;;
    *-browser) echo chromium ;;
    *) echo chromium-driver ;;
  esac
}
