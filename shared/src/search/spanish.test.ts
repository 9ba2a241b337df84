import { describe, expect, test } from 'vitest';
import { spanish } from './spanish.ts';

describe('[KB2] the forms of a word have one stem', () => {
  test.each([
    'factura facturas',
    'contrasena contrasenas',
    'movil moviles',
    'pagar pagas pagamos pagando pagaron pagado pagada pago',
    'activar activarlo activarla activarme activarselo activandolo activais',
    'conectar conecteis conectaremos',
    'instalacion instalaciones',
    'devolucion devoluciones',
    'tecnologia tecnologias',
    'lento lenta lentos lentamente',
    'administrativo administrativas administrativamente',
    'usuario usuarios',
    'servicio servicios',
    'constituir constituyen constituyendo constituyo',
    'llegar llegue llegues lleguemos',
    'seguridad seguridades',
    'pacientemente paciente',
    'luz luces',
    'vez veces',
  ])('%s', (forms) => {
    expect([...new Set(forms.split(' ').map(spanish.stem))]).toHaveLength(1);
  });
});

test.each([
  ['cheques', 'chequ'],
  ['chicharrones', 'chicharron'],
  ['torpedearon', 'torped'],
  ['totalidad', 'total'],
  ['tormentas', 'torment'],
  ['trabajadoras', 'trabaj'],
  ['tornillos', 'tornill'],
])('%s becomes %s, as published', (word, stem) => {
  expect(spanish.stem(word)).toBe(stem);
});

test.each(['', 'y', 'tv', 'sms', 'a1', '返品'])('%j stays as it is', (word) => {
  expect(spanish.stem(word)).toBe(word);
});
