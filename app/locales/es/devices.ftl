### Daybook en los dispositivos: lo que dicen los teléfonos cuando está instalado.

devices-manifest-about = Sus resultados, medicamentos y síntomas en un solo lugar, de su propia clínica.
devices-manifest-dose = Tomar una dosis
