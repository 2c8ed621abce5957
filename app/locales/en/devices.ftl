### Daybook on devices: what phones say of it when it is installed. (server)

devices-manifest-about = Your results, medicines and symptoms in one place, from your own clinic.
# The name of a shortcut: it leads to what is to be taken today.
devices-manifest-dose = Take a dose
