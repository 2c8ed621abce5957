### Daybook sur les appareils : ce que les téléphones en disent quand il est installé.

devices-manifest-about = Vos résultats, vos médicaments et vos symptômes au même endroit, par votre propre clinique.
devices-manifest-dose = Prendre une dose
