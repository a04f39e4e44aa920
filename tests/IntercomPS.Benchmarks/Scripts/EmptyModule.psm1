# Does nothing: what Import-Module costs at least.
